package freshlegs.app;

import freshlegs.app.setting.LogForm;
import freshlegs.app.setting.LogLevel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Every log line of this process at debug level, as JSON, until it is closed. */
public final class CapturedLog implements AutoCloseable {
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    public CapturedLog() {
        Logging.start(LogForm.JSON, LogLevel.DEBUG, lines);
    }

    public List<String> lines() {
        return lines.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Override
    public void close() {
        Logging.start(List.of(), Map.of());
    }
}
