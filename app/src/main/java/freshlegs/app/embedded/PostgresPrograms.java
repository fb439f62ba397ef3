package freshlegs.app.embedded;

import freshlegs.app.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs. They refuse to run as root; root therefore runs them in a user namespace of their own, where it
 * is nobody but still owns its files.
 */
final class PostgresPrograms {
    private static final long LIMIT_SECONDS = 120;

    private final Path home;
    private final List<String> prefix;

    private PostgresPrograms(Path home, List<String> prefix) {
        this.home = home;
        this.prefix = prefix;
    }

    static PostgresPrograms in(Path home) throws IOException, InterruptedException {
        if (!isRoot()) {
            return new PostgresPrograms(home, List.of());
        }
        PostgresPrograms asNobody = new PostgresPrograms(home, List.of("unshare", "-U"));
        if (!canBecomeNobody()) {
            throw Problem.failed(
                    "PostgreSQL refuses to run as root and this machine has no user namespaces (`unshare -U`):"
                            + " run as an ordinary user, or point at a PostgreSQL of your own with FRESHLEGS_POSTGRES.");
        }
        return asNobody;
    }

    /** Runs one to its end and answers what it said; a code other than zero is a failure. */
    String run(String program, List<String> arguments) throws IOException, InterruptedException {
        Process process = builder(program, arguments).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(program + " failed: " + said);
        }
        return said;
    }

    /** Runs one that leaves a process of its own behind, whose output must not be waited for. */
    int runDetached(String program, List<String> arguments, Path output) throws IOException, InterruptedException {
        Process process = builder(program, arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(output.toFile()))
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    private ProcessBuilder builder(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean canBecomeNobody() throws InterruptedException {
        try {
            return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
