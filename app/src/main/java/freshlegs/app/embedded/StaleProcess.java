package freshlegs.app.embedded;

import freshlegs.app.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A child of an earlier run that was killed: it is about to notice and end; its successor waits for that, and helps if it must.
 * Only called by the holder of the data folder's lock, so nobody else's child can be meant.
 */
final class StaleProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private StaleProcess() {}

    /** Ends the process whose number stands in the file's first line, if it is still what its mark says. */
    static void end(Path pidFile, String mark) throws IOException, InterruptedException {
        Optional<ProcessHandle> stale = find(pidFile, mark);
        if (stale.isEmpty() || Child.isGoneWithin(stale.get(), PATIENCE)) {
            return;
        }
        stale.get().destroyForcibly();
        if (!Child.isGoneWithin(stale.get(), PATIENCE)) {
            throw Problem.failed("Process " + stale.get().pid() + " of an earlier run still holds "
                    + pidFile.getParent() + " and cannot be ended: end it with `kill -9 "
                    + stale.get().pid() + "`.");
        }
    }

    static Optional<ProcessHandle> find(Path pidFile, String mark) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        String first = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        if (!first.matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(first)).filter(process -> isMarked(process, mark));
    }

    private static boolean isMarked(ProcessHandle process, String mark) {
        return process.info().commandLine().orElse("").contains(mark);
    }
}
