package freshlegs.coach;

import freshlegs.coach.access.Channels;
import freshlegs.coach.read.Database;
import freshlegs.coach.tell.ChannelSender;
import freshlegs.coach.tell.OutboxSenders;
import freshlegs.coach.web.Console;
import java.net.URI;
import java.util.List;

/** The console, and the senders that tell people of alerts. */
public final class CoachServer implements AutoCloseable {
    private final Database database;
    private final Console console;
    private final ChannelSender people;
    private final OutboxSenders senders;

    private CoachServer(Database database, Console console, ChannelSender people, OutboxSenders senders) {
        this.database = database;
        this.console = console;
        this.people = people;
        this.senders = senders;
    }

    /** Starts even while the database is away; its pages then say so. */
    public static CoachServer start(CoachSettings settings) {
        Database database = Database.at(settings.database());
        Channels channels = new Channels(database, settings.clock());
        ChannelSender people = ChannelSender.start(channels, settings.reachable(), settings.smtp(), settings.clock());
        try {
            Console console = Console.start(database, settings, channels, people);
            URI outside = settings.outside().address().orElse(console.address());
            return new CoachServer(
                    database,
                    console,
                    people,
                    OutboxSenders.start(
                            database, settings.webhook(), channels, people, List.of(), outside, settings.clock()));
        } catch (RuntimeException e) {
            people.close();
            database.close();
            throw e;
        }
    }

    /** Where the squad's page is, such as {@code http://127.0.0.1:8080}. */
    public URI address() {
        return console.address();
    }

    /** Lets what is under way end: requests first, then the message being sent. */
    @Override
    public void close() {
        console.close();
        senders.close();
        people.close();
        database.close();
    }
}
