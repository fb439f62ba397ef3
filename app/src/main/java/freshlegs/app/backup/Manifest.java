package freshlegs.app.backup;

import java.time.Instant;
import java.util.List;

/**
 * What is in a backup: by which program it was written and when, at which version the database was, and every entry with its length,
 * what it counts (records, rows or files) and its SHA-256. It is written last, so that what has none is not whole.
 */
public record Manifest(
        int format, String program, String schema, Instant begunAt, Instant finishedAt, List<Entry> entries) {
    static final String NAME = "manifest.json";

    /** Raised when an older program could not read it. */
    static final int FORMAT = 1;

    static final String TOPICS = "topics/";
    static final String TABLES = "tables/";
    static final String FILES = "files/";

    /** One entry. */
    public record Entry(String name, long bytes, long count, String sha256) {}

    public Manifest {
        entries = List.copyOf(entries);
    }

    /** How many records, rows or files there are of a kind. */
    long count(String kind) {
        return entries.stream()
                .filter(entry -> entry.name().startsWith(kind))
                .mapToLong(Entry::count)
                .sum();
    }

    /** In words. */
    public String counts() {
        return count(TOPICS) + " records, " + count(TABLES) + " rows, " + count(FILES) + " files";
    }
}
