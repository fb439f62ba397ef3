package freshlegs.coach;

import freshlegs.coach.read.Database;
import freshlegs.coach.tell.OutboxSender;
import freshlegs.coach.web.Console;
import java.net.URI;
import java.util.Optional;

/** The console and, when there is a webhook, the sender that tells it of alerts. */
public final class CoachServer implements AutoCloseable {
    private final Database database;
    private final Console console;
    private final Optional<OutboxSender> sender;

    private CoachServer(Database database, Console console, Optional<OutboxSender> sender) {
        this.database = database;
        this.console = console;
        this.sender = sender;
    }

    /** Starts even while the database is away; its pages then say so. */
    public static CoachServer start(CoachSettings settings) {
        Database database = Database.at(settings.database());
        try {
            Console console = Console.start(database, settings);
            return new CoachServer(
                    database,
                    console,
                    settings.webhook().map(to -> OutboxSender.start(database, to, settings.clock())));
        } catch (RuntimeException e) {
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
        sender.ifPresent(OutboxSender::close);
        database.close();
    }
}
