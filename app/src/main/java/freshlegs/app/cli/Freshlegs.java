package freshlegs.app.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program: what it is called with, what it says when that makes no sense, and how it ends. */
@Command(
        name = "freshlegs",
        version = "freshlegs " + Freshlegs.VERSION,
        description = "Watch files in; trends, explained fatigue alerts and an adjusted training plan out.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Results go to standard output, everything else to standard error.",
            "Exit codes: 0 done, 1 failed, 2 wrong use. Settings: docs/operations.md."
        })
public final class Freshlegs implements Runnable {
    static final String VERSION = "0.1.0";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    @SuppressWarnings("UnusedVariable") // read by the parser alone
    private CommonOptions common = new CommonOptions();

    @CommandLine.Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // read by the parser alone
    private boolean version;

    private Freshlegs() {}

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do.");
    }

    /** Does what it is told; answers the exit code. */
    public static int execute(Shell shell, String... arguments) {
        return commandLine(shell, arguments).execute(arguments);
    }

    /** The command line for these arguments; without any the whole of it. */
    static CommandLine commandLine(Shell shell, String... arguments) {
        CommandLine line = new CommandLine(new Freshlegs());
        Commands.of(shell).addTo(line, List.of(arguments));
        line.setOut(writer(shell.out()));
        line.setErr(writer(shell.err()));
        line.setParameterExceptionHandler(Failures::wrongUse);
        line.setExecutionExceptionHandler(Failures::failed);
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
