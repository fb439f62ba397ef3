package freshlegs.app.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Processes of ours that must outlive a Ctrl-C by the moment that their clients need to stop in order: a terminal, or whoever
 * stops a service, signals all of them at once, so they ignore that and end when our end of their standard input closes,
 * however we end.
 */
final class Child {
    private static final List<String> DEAF_TO_SIGNALS =
            List.of("/bin/sh", "-c", "trap '' INT HUP TERM; exec \"$@\"", "sh");

    private Child() {}

    /** Starts a program whose standard input stays open for as long as this process lives. */
    static Process start(List<String> command, Path log) {
        List<String> whole = new ArrayList<>(DEAF_TO_SIGNALS);
        whole.addAll(command);
        try {
            return new ProcessBuilder(whole)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(output(log).toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + command.get(0), e);
        }
    }

    /** Where goes what a program says past its log, such as the virtual machine's last words. */
    static Path output(Path log) {
        return log.resolveSibling(log.getFileName() + ".out");
    }

    /** Whether the process was gone before the time was over. */
    static boolean isGoneWithin(ProcessHandle process, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return true;
    }

    /** Closes the standard input that keeps it alive, then insists. */
    static void stop(Process process, Duration patience) {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy();
        }
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
