package freshlegs.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;

/** Where the measuring starts. */
final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "freshlegs/bench/logback.xml");
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        Path launcher = Path.of(System.getProperty("freshlegs.launcher", "freshlegs"));
        Path root = launcher.toAbsolutePath().getParent();
        System.exit(new CommandLine(new BenchCommand(out, err, root == null ? launcher : root)).execute(arguments));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
