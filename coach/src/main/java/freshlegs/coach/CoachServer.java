package freshlegs.coach;

import freshlegs.coach.access.Acts;
import freshlegs.coach.access.Channels;
import freshlegs.coach.access.PushKeys;
import freshlegs.coach.access.Reminders;
import freshlegs.coach.access.Shares;
import freshlegs.coach.channel.PushPost;
import freshlegs.coach.keep.Retention;
import freshlegs.coach.page.Sayings;
import freshlegs.coach.read.Database;
import freshlegs.coach.tell.ChannelSender;
import freshlegs.coach.tell.CheckInReminders;
import freshlegs.coach.tell.Occasion;
import freshlegs.coach.tell.OutboxSenders;
import freshlegs.coach.tell.Reviews;
import freshlegs.coach.tell.TellMeters;
import freshlegs.coach.web.Console;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** The console, the senders that tell people of alerts, and what removes rows whose time is over. */
public final class CoachServer implements AutoCloseable {
    private final Database database;
    private final Console console;
    private final ChannelSender people;
    private final OutboxSenders senders;
    private final Retention retention;

    private CoachServer(
            Database database, Console console, ChannelSender people, OutboxSenders senders, Retention retention) {
        this.retention = retention;
        this.database = database;
        this.console = console;
        this.people = people;
        this.senders = senders;
    }

    /** Starts even while the database is away; its pages then say so. */
    public static CoachServer start(CoachSettings settings) {
        Database database = Database.at(settings.database(), settings.meters());
        TellMeters meters = TellMeters.in(settings.meters());
        Channels channels = new Channels(database, settings.clock());
        PushKeys keys = new PushKeys(database);
        PushPost push = new PushPost(subject(settings), keys::get);
        ChannelSender people =
                ChannelSender.start(channels, push, settings.reachable(), settings.smtp(), settings.clock(), meters);
        try {
            Console console = Console.start(database, settings, channels, people, keys);
            URI outside = settings.outside().address().orElse(console.address());
            return new CoachServer(
                    database,
                    console,
                    people,
                    OutboxSenders.start(
                            database,
                            settings.webhook(),
                            channels,
                            people,
                            occasions(database, outside, settings),
                            settings.answers().map(any -> new Acts(database, settings.clock())),
                            outside,
                            settings.clock(),
                            meters),
                    Retention.start(database, settings.periods(), settings.clock()));
        } catch (RuntimeException e) {
            people.close();
            database.close();
            throw e;
        }
    }

    private static List<Occasion> occasions(Database database, URI outside, CoachSettings settings) {
        Clock clock = settings.clock();
        return List.of(
                new CheckInReminders(new Reminders(database), outside, Sayings.english()),
                new Reviews(database, new Shares(database, clock), clock.getZone(), outside));
    }

    /** Push services want to know whom they could write to. */
    private static String subject(CoachSettings settings) {
        return settings.outside()
                .address()
                .map(URI::toString)
                .filter(address -> address.startsWith("https://"))
                .or(() -> settings.smtp().map(smtp -> "mailto:" + smtp.from()))
                .orElse("mailto:freshlegs@localhost");
    }

    /** Where the squad's page is, such as {@code http://127.0.0.1:8080}. */
    public URI address() {
        return console.address();
    }

    public boolean isRunning() {
        return console.isRunning() && senders.isRunning();
    }

    /** Lets what is under way end: requests first, then the message being sent. */
    @Override
    public void close() {
        console.close();
        retention.close();
        senders.close();
        people.close();
        database.close();
    }
}
