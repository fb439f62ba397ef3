package freshlegs.app;

import freshlegs.app.cli.Freshlegs;
import freshlegs.app.cli.Shell;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** Where the program starts. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Logging.start(List.of(arguments), System.getenv());
        Shell shell = new Shell(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                System.getenv(),
                Clock.systemUTC(),
                Boolean.getBoolean("freshlegs.terminal"));
        Ending ending = Ending.onSignal();
        int code = Freshlegs.execute(shell, arguments);
        shell.out().flush();
        shell.err().flush();
        ending.end(code);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
