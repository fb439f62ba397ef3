package freshlegs.app.cli;

import freshlegs.app.problem.Causes;
import freshlegs.app.problem.Problem;
import freshlegs.app.problem.Problem.Exit;
import freshlegs.app.rights.Refusal;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in one sentence; a stack trace only to those who asked for details. */
final class Failures {
    private static final int INTERRUPTED = 130;
    private static final String VERBOSE = "--verbose";

    private Failures() {}

    static int wrongUse(ParameterException e, String[] arguments) {
        CommandLine line = e.getCommandLine();
        line.getErr().println("freshlegs: " + e.getMessage());
        line.getErr().println("Try `" + line.getCommandSpec().qualifiedName() + " --help`.");
        return Exit.WRONG_USE.code();
    }

    static int failed(Exception e, CommandLine line, ParseResult parsed) {
        if (e instanceof InterruptedException) {
            return INTERRUPTED;
        }
        PrintWriter err = line.getErr();
        Optional<Problem> problem = problem(e);
        err.println("freshlegs: " + problem.map(Problem::sentence).orElseGet(() -> sentence(e)));
        if (parsed.originalArgs().contains(VERBOSE)) {
            e.printStackTrace(err);
        }
        return problem.map(Problem::exit).orElse(Exit.FAILED).code();
    }

    private static Optional<Problem> problem(Throwable e) {
        return Causes.of(e)
                .filter(Problem.class::isInstance)
                .map(Problem.class::cast)
                .findFirst();
    }

    private static String sentence(Exception e) {
        if (Causes.of(e).anyMatch(cause -> String.valueOf(cause.getMessage()).contains("No space left on device"))) {
            return "The disk is full: free some space, or choose another data folder with --data.";
        }
        if (Causes.of(e).anyMatch(SQLException.class::isInstance)) {
            return "PostgreSQL did not answer as it should (" + root(e).getMessage()
                    + "): check that it runs and that FRESHLEGS_POSTGRES_URL, _USER and _PASSWORD are right.";
        }
        Optional<String> refusal = Refusal.in(e);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (Causes.of(e).anyMatch(org.apache.kafka.common.KafkaException.class::isInstance)) {
            return "Kafka did not answer as it should (" + root(e).getMessage()
                    + "): check that it runs and that FRESHLEGS_KAFKA is right.";
        }
        return "That did not work (" + root(e) + "): --verbose shows where.";
    }

    private static Throwable root(Throwable e) {
        return Causes.of(e).reduce((outer, inner) -> inner).orElse(e);
    }
}
