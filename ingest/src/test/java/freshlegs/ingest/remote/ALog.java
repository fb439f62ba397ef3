package freshlegs.ingest.remote;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Everything that is logged while it is open, at every level that we write. */
public final class ALog implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger("freshlegs");
    private final Level before = logger.getLevel();
    private final ListAppender<ILoggingEvent> kept = new ListAppender<>();

    public ALog() {
        kept.start();
        logger.setLevel(Level.TRACE);
        logger.addAppender(kept);
    }

    public List<String> lines() {
        return List.copyOf(kept.list).stream()
                .map(event -> event.getFormattedMessage() + " " + event.getThrowableProxy())
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(kept);
        logger.setLevel(before);
    }
}
