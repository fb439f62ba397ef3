package freshlegs.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Log lines go to standard error: warnings of ours unless details are asked for, and of others only what is grave. */
final class Logging {
    private static final String PATTERN = "%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg%n%nopex";
    private static final String PATTERN_IN_DETAIL = "%d{HH:mm:ss.SSS} %-5level [%thread] %logger{0}: %msg%n";

    private Logging() {}

    static void start(boolean inDetail, Map<String, String> environment) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
        stderr.setContext(context);
        stderr.setTarget("System.err");
        stderr.setEncoder(encoder(context, inDetail, "json".equalsIgnoreCase(environment.get("FRESHLEGS_LOG"))));
        stderr.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(inDetail ? Level.INFO : Level.ERROR);
        root.addAppender(stderr);
        context.getLogger("freshlegs").setLevel(inDetail ? Level.DEBUG : Level.WARN);
        // Client settings at every start are a thousand lines.
        for (String noisy : new String[] {"org.apache.kafka", "org.eclipse.jetty", "io.javalin"}) {
            context.getLogger(noisy).setLevel(inDetail ? Level.WARN : Level.OFF);
        }
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, boolean inDetail, boolean json) {
        if (json) {
            JsonEncoder encoder = new JsonEncoder();
            encoder.setContext(context);
            encoder.start();
            return encoder;
        }
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(inDetail ? PATTERN_IN_DETAIL : PATTERN);
        encoder.start();
        return encoder;
    }
}
