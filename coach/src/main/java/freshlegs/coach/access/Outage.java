package freshlegs.coach.access;

import freshlegs.coach.read.DatabaseAway;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Remembers for 3 s that no connection could be had, so that one request does not wait for it again and again. */
public final class Outage {
    private static final long NANOS = TimeUnit.SECONDS.toNanos(3);

    private volatile @Nullable DatabaseAway seen;
    private volatile long at;

    <T> T ask(Supplier<T> database) {
        DatabaseAway last = seen;
        if (last != null && System.nanoTime() - at < NANOS) {
            throw last;
        }
        try {
            T answer = database.get();
            seen = null;
            return answer;
        } catch (DatabaseAway away) {
            if (away.getCause() instanceof SQLTransientConnectionException) {
                at = System.nanoTime();
                seen = away;
            }
            throw away;
        }
    }
}
