package freshlegs.coach.web;

import com.interaso.webpush.VapidKeys;
import freshlegs.coach.ACoach;
import freshlegs.coach.ADesk;
import freshlegs.coach.AListener;
import freshlegs.coach.AnIntake;
import freshlegs.coach.CoachSettings;
import freshlegs.coach.OidcSettings;
import freshlegs.coach.Outside;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.access.Channels;
import freshlegs.coach.access.PushKeys;
import freshlegs.coach.channel.PushPost;
import freshlegs.coach.outgoing.Reachable;
import freshlegs.coach.tell.ChannelSender;
import java.net.URI;
import java.util.Optional;

/** The console with every way in that there is, so that each of its addresses can be walked. */
record AConsoleWithAll(Console console, ChannelSender people) implements AutoCloseable {
    static AConsoleWithAll on(TestDatabase database) {
        Channels channels = new Channels(database.database(), ACoach.THAT_EVENING);
        ChannelSender people = ChannelSender.start(
                channels,
                new PushPost("mailto:a@example.org", VapidKeys::generate),
                Reachable.publicOnly(),
                Optional.empty(),
                ACoach.THAT_EVENING);
        Console console = Console.start(
                database.database(),
                new CoachSettings(
                        database.address(),
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        new AnIntake().waysIn(new ADesk()),
                        Optional.of(new AListener()),
                        ACoach.THAT_EVENING,
                        Outside.none(),
                        Optional.of(new OidcSettings(URI.create("http://127.0.0.1:1"), "a", "b", "c")),
                        Reachable.publicOnly(),
                        Optional.empty()),
                channels,
                people,
                new PushKeys(database.database()));
        return new AConsoleWithAll(console, people);
    }

    @Override
    public void close() {
        console.close();
        people.close();
    }
}
