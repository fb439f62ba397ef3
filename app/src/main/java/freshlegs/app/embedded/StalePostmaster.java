package freshlegs.app.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The PostgreSQL of an earlier run that was killed: its watchdog is stopping it, or died with it. */
final class StalePostmaster {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private StalePostmaster() {}

    static void end(Path cluster) throws IOException, InterruptedException {
        Path pidFile = cluster.resolve("postmaster.pid");
        Optional<ProcessHandle> stale = StaleProcess.find(pidFile, "postgres");
        if (stale.isPresent()) {
            interrupt(stale.get());
            if (!Child.isGoneWithin(stale.get(), PATIENCE)) {
                StaleProcess.end(pidFile, "postgres");
            }
        }
        // We hold the folder, so whoever's number is left there now has only inherited it.
        Files.deleteIfExists(pidFile);
    }

    private static void interrupt(ProcessHandle postmaster) throws IOException, InterruptedException {
        new ProcessBuilder("/bin/sh", "-c", "kill -INT " + postmaster.pid() + " 2>/dev/null")
                .start()
                .waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
