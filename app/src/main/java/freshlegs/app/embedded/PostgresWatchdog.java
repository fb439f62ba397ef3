package freshlegs.app.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A shell that waits for its standard input to end, which our end does however we end, and then stops PostgreSQL. */
final class PostgresWatchdog {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private PostgresWatchdog() {}

    static Process over(ProcessHandle postmaster, Path log) {
        String script = "read nothing; kill -INT " + postmaster.pid() + " 2>/dev/null; exit 0";
        return Child.start(List.of("/bin/sh", "-c", script), log.resolveSibling("postgres-watchdog.log"));
    }

    static void letGo(Process watchdog) {
        Child.stop(watchdog, PATIENCE);
    }
}
