package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.ingest.ArchiveProgress;
import freshlegs.ingest.Spool;
import freshlegs.model.DatabaseAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the outcomes of deliveries to arrive in the tables; of archives, for those of all their files. */
final class Outcomes {
    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int ASKED_AT_ONCE = 2_000;
    private static final List<String> FIELDS = List.of("deliveryId", "outcome", "reason", "activities");

    private final DatabaseAddress database;
    private final Spool spool;
    private final Duration patience;
    private final Map<String, JsonNode> arrived = new HashMap<>();
    private final Set<String> open;
    private final Set<String> athletes;
    private final Set<String> deliveries;
    private Map<String, ArchiveProgress> archives = Map.of();
    private Counts counts = Counts.NONE;
    private Set<String> pending;

    /** {@code patience} is how long nothing new may arrive before waiting ends. */
    Outcomes(DatabaseAddress database, Spool spool, Duration patience, Set<String> athletes, Set<String> deliveries) {
        this.database = database;
        this.spool = spool;
        this.patience = patience;
        this.athletes = Set.copyOf(athletes);
        this.deliveries = Set.copyOf(deliveries);
        this.open = new HashSet<>(deliveries);
        this.pending = this.deliveries;
    }

    /** Until all have come to an end, or nothing has happened for too long. */
    void await(Progress progress) throws InterruptedException {
        long lastNews = System.nanoTime();
        long before = -1;
        while (!isOver() && System.nanoTime() - lastNews < patience.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            look();
            long news = ended() + found() + read();
            if (news > before) {
                before = news;
                lastNews = System.nanoTime();
            }
            long all = Math.max(ended(), deliveries.size() + found());
            progress.at((int) reached(ended(), read(), all), (int) all);
        }
    }

    /** Outcomes come late and many at once, so what was read counts as well; the last step waits for the outcomes. */
    static long reached(long ended, long read, long all) {
        return Math.max(ended, Math.min(read, all - 1));
    }

    /** The row of a delivery's end; nothing when it did not come in time. */
    Optional<JsonNode> of(String delivery) {
        return Optional.ofNullable(arrived.get(delivery));
    }

    boolean isArchive(String delivery) {
        return archives.containsKey(delivery);
    }

    Summary filesOf(String archive) {
        return counts.of(archive);
    }

    /** Whether every file of an archive has come to its end. */
    boolean isComplete(String archive) {
        ArchiveProgress progress = archives.getOrDefault(archive, new ArchiveProgress(0, 0, false));
        return progress.finished() && counts.of(archive).files() >= progress.done();
    }

    private boolean isOver() {
        return open.isEmpty() && archives.keySet().stream().allMatch(this::isComplete);
    }

    private long ended() {
        return arrived.size()
                + archives.keySet().stream()
                        .mapToLong(archive -> counts.of(archive).files())
                        .sum();
    }

    /** How many files the pipeline has read; an archive counts itself at its end. */
    private long read() {
        return deliveries.stream().filter(id -> !pending.contains(id)).count()
                + archives.values().stream().mapToLong(ArchiveProgress::done).sum();
    }

    private long found() {
        return archives.values().stream().mapToLong(ArchiveProgress::found).sum();
    }

    private void look() {
        try {
            Map<String, JsonNode> news = ask();
            arrived.putAll(news);
            open.removeAll(news.keySet());
            pending = Set.copyOf(spool.pendingIds());
            archives = archives();
            counts = Counts.of(athletes, archives.keySet(), database);
        } catch (SQLException e) {
            LOG.warn("The database does not answer ({}); still waiting.", e.getMessage());
        }
    }

    /** An archive is begun before anything of it ends, so after its end it is known as one. */
    private Map<String, ArchiveProgress> archives() {
        Map<String, ArchiveProgress> begun = new HashMap<>();
        for (String id : spool.archiveIds()) {
            if (deliveries.contains(id)) {
                spool.progressOf(id).ifPresent(progress -> begun.put(id, progress));
            }
        }
        return begun;
    }

    private Map<String, JsonNode> ask() throws SQLException {
        String[] some = open.stream().limit(ASKED_AT_ONCE).toArray(String[]::new);
        Map<String, JsonNode> rows = new HashMap<>();
        if (some.length > 0) {
            Query.of(FIELDS, "freshlegs.file_outcome WHERE delivery_id = ANY (?)")
                    .with((Object) some)
                    .ask(database)
                    .objects()
                    .forEach((ObjectNode row) -> rows.put(Show.text(row, "deliveryId"), row));
        }
        return rows;
    }
}
