package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.service.Access;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.model.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The command line in this process, with what it printed. */
public final class CommandLineUnderTest {
    /** How it ended and what it said. */
    public record Ran(int code, String out, String err) {
        public JsonNode json() {
            return Json.read(out, JsonNode.class);
        }
    }

    private final Map<String, String> environment = new HashMap<>();
    private Clock clock = Clock.systemUTC();

    public static CommandLineUnderTest on(Path data) {
        CommandLineUnderTest line = new CommandLineUnderTest();
        line.environment.put("FRESHLEGS_DATA", data.toString());
        line.environment.put("FRESHLEGS_ZONE", "UTC");
        line.environment.put("FRESHLEGS_POLL", "100ms");
        line.environment.put("FRESHLEGS_INTAKE_PORT", "0");
        line.environment.put("FRESHLEGS_METRICS_PORT", "0");
        return line;
    }

    public CommandLineUnderTest with(String variable, String text) {
        environment.put(variable, text);
        return this;
    }

    /** By another clock than the machine's. */
    public CommandLineUnderTest by(Clock other) {
        clock = other;
        return this;
    }

    public Ran run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = new Shell(utf8(out), utf8(err), environment, clock, false);
        List<String> words = Stream.of(arguments).map(Object::toString).toList();
        int code = Freshlegs.execute(shell, words.toArray(String[]::new));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Everything as a service in this process, so that commands need not start it each time. */
    public Access serve(Clock clock) throws InterruptedException {
        return Access.serve(
                Settings.of(
                        Map.of(Catalogue.CONSOLE_PORT, "0", Catalogue.INTAKE_PORT, "0", Catalogue.METRICS_PORT, "0"),
                        Map.of(),
                        environment),
                "run",
                clock);
    }

    /** A way to the service that runs on the data folder. */
    Access attached() throws InterruptedException {
        return look();
    }

    /** Kafka and PostgreSQL with nobody at work, or a way to the service that runs on the data folder. */
    public Access look() throws InterruptedException {
        return Access.forReadingTopics(Settings.of(Map.of(), Map.of(), environment), "test", clock);
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
