package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.model.DatabaseAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the outcomes of deliveries to arrive in the tables. */
final class Outcomes {
    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int ASKED_AT_ONCE = 2_000;
    private static final List<String> FIELDS = List.of("deliveryId", "outcome", "reason", "activities");

    private final DatabaseAddress database;
    private final Duration patience;

    /** {@code patience} is how long nothing new may arrive before waiting ends. */
    Outcomes(DatabaseAddress database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    /** The rows of all deliveries that came to an end, by delivery; those that did not in time are missing. */
    Map<String, JsonNode> await(Set<String> deliveries, IntConsumer progress) throws InterruptedException {
        Map<String, JsonNode> arrived = new HashMap<>();
        Set<String> open = new HashSet<>(deliveries);
        long lastNews = System.nanoTime();
        while (!open.isEmpty() && System.nanoTime() - lastNews < patience.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            Map<String, JsonNode> news = ask(open);
            if (!news.isEmpty()) {
                lastNews = System.nanoTime();
                arrived.putAll(news);
                open.removeAll(news.keySet());
                progress.accept(arrived.size());
            }
        }
        return arrived;
    }

    private Map<String, JsonNode> ask(Set<String> open) {
        String[] some = open.stream().limit(ASKED_AT_ONCE).toArray(String[]::new);
        Map<String, JsonNode> rows = new HashMap<>();
        try {
            Query.of(FIELDS, "freshlegs.file_outcome WHERE delivery_id = ANY (?)")
                    .with((Object) some)
                    .ask(database)
                    .objects()
                    .forEach((ObjectNode row) -> rows.put(Show.text(row, "deliveryId"), row));
        } catch (SQLException e) {
            LOG.warn("The database does not answer ({}); still waiting.", e.getMessage());
        }
        return rows;
    }
}
