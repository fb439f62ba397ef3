package freshlegs.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.LogForm;
import freshlegs.app.setting.LogLevel;
import freshlegs.app.setting.Setting;
import freshlegs.app.setting.Settings;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Log lines go to standard error: warnings of ours unless more is asked for, and of others only what is grave. */
final class Logging {
    /** The message and its ids; whatever strangers wrote in them stays on this line. */
    private static final String SAID = "%replace(%msg%replace( %kvp{NONE}){'^ $',''}){'[\\p{C}\\p{Zl}\\p{Zp}]','?'}";

    private static final String PATTERN = "%d{HH:mm:ss.SSS} %-5level %logger{0}: " + SAID + "%n%nopex";
    private static final String PATTERN_IN_DETAIL = "%d{HH:mm:ss.SSS} %-5level [%thread] %logger{0}: " + SAID + "%n";
    private static final String VERBOSE = "--verbose";
    private static final String CONFIG = "--config";

    private Logging() {}

    /** Before the arguments are understood; settings that make no sense are told by the command. */
    static void start(List<String> arguments, Map<String, String> environment) {
        Settings settings =
                Settings.check(options(arguments), Map.of(), environment).settings();
        LogLevel level = arguments.contains(VERBOSE) ? LogLevel.DEBUG : settings.get(Catalogue.LOG_LEVEL);
        start(settings.get(Catalogue.LOG), level, System.err);
    }

    static void start(LogForm form, LogLevel level, OutputStream to) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        boolean inDetail = level == LogLevel.DEBUG;
        OutputStreamAppender<ILoggingEvent> lines = new OutputStreamAppender<>();
        lines.setContext(context);
        lines.setEncoder(encoder(context, inDetail, form));
        lines.setOutputStream(to);
        lines.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(inDetail ? Level.INFO : Level.ERROR);
        root.addAppender(lines);
        context.getLogger("freshlegs").setLevel(Level.valueOf(level.name()));
        // Client settings at every start are a thousand lines.
        for (String noisy : new String[] {"org.apache.kafka", "org.eclipse.jetty", "io.javalin"}) {
            context.getLogger(noisy).setLevel(inDetail ? Level.WARN : Level.OFF);
        }
    }

    private static Map<Setting<?>, String> options(List<String> arguments) {
        Map<Setting<?>, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(CONFIG + "=")) {
                options.put(Catalogue.CONFIG, argument.substring(CONFIG.length() + 1));
            } else if (argument.equals(CONFIG) && i + 1 < arguments.size()) {
                options.put(Catalogue.CONFIG, arguments.get(i + 1));
            }
        }
        return options;
    }

    private static Encoder<ILoggingEvent> encoder(Context context, boolean inDetail, LogForm form) {
        if (form == LogForm.JSON) {
            JsonLines encoder = new JsonLines(inDetail);
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
