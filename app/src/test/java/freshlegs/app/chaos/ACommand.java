package freshlegs.app.chaos;

import freshlegs.app.Main;
import freshlegs.app.cli.Freshlegs;
import freshlegs.app.cli.Shell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A command of the program, run to its end in this process or begun in one of its own. */
record ACommand(Map<String, String> environment, List<String> words) {
    /** How it ended and what it said. */
    record Ran(int code, String said) {}

    static ACommand of(Map<String, String> environment, Object... words) {
        return new ACommand(
                environment, List.of(words).stream().map(Object::toString).toList());
    }

    Ran run() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Shell shell = new Shell(out, out, environment, Clock.systemUTC(), false);
        int code = Freshlegs.execute(shell, words.toArray(String[]::new));
        return new Ran(code, said.toString(StandardCharsets.UTF_8));
    }

    private Class<?> program() {
        return environment.containsKey(ShiftedMain.FILE) ? ShiftedMain.class : Main.class;
    }

    Process begin(Path log) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program().getName()));
        line.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
