package freshlegs.app.service;

import freshlegs.coach.access.Leavings;
import freshlegs.coach.read.Database;
import freshlegs.ingest.Departed;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Athletes about whom everything is being erased, or was: those whom this data folder knows, and those whom the tables know, so that
 * parts that share no folder know it as well. The tables are looked at again after two seconds; while they are away, what was known
 * holds.
 */
public final class Gone implements Predicate<AthleteId>, AutoCloseable {
    private static final long KNOWN_FOR_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Departed folder;
    private final Database database;
    private final Leavings leavings;
    private Set<String> hashes = Set.of();
    private long askedNanos = System.nanoTime() - KNOWN_FOR_NANOS;

    private Gone(Departed folder, Database database, Clock clock) {
        this.folder = folder;
        this.database = database;
        this.leavings = new Leavings(database, clock);
    }

    public static Gone of(Path data, DatabaseAddress database, Clock clock) {
        return new Gone(Departed.in(data), Database.at(database), clock);
    }

    @Override
    public boolean test(AthleteId athlete) {
        return folder.has(athlete) || hashes().contains(Leavings.hash(athlete));
    }

    private synchronized Set<String> hashes() {
        if (System.nanoTime() - askedNanos >= KNOWN_FOR_NANOS) {
            try {
                hashes = Set.copyOf(leavings.hashes());
            } catch (RuntimeException e) {
                return hashes;
            } finally {
                askedNanos = System.nanoTime();
            }
        }
        return hashes;
    }

    @Override
    public void close() {
        database.close();
    }
}
