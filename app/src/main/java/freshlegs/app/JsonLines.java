package freshlegs.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Each log line one JSON object on one line: when, with its offset from UTC, how grave, who says what, and the ids it is about. */
final class JsonLines extends EncoderBase<ILoggingEvent> {
    private static final byte[] NONE = {};
    private static final DateTimeFormatter AT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private final boolean stackTraces;

    JsonLines(boolean stackTraces) {
        this.stackTraces = stackTraces;
    }

    @Override
    public byte[] headerBytes() {
        return NONE;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("at", AT.format(event.getInstant().atZone(ZoneId.systemDefault())));
        line.put("level", event.getLevel().toString());
        line.put("logger", event.getLoggerName());
        line.put("thread", event.getThreadName());
        line.put("message", event.getFormattedMessage());
        if (event.getKeyValuePairs() != null) {
            event.getKeyValuePairs().forEach(id -> put(line, id.key, id.value));
        }
        IThrowableProxy cause = event.getThrowableProxy();
        if (cause != null) {
            line.put("cause", cause.getClassName());
            if (stackTraces) {
                line.put("stackTrace", ThrowableProxyUtil.asString(cause));
            }
        }
        return (Json.writeText(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] footerBytes() {
        return NONE;
    }

    private static void put(ObjectNode line, String name, Object value) {
        if (value instanceof Number number) {
            line.put(name, number.longValue());
        } else {
            line.put(name, String.valueOf(value));
        }
    }
}
