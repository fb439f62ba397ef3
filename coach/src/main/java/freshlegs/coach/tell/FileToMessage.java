package freshlegs.coach.tell;

import freshlegs.coach.access.Sql;
import freshlegs.coach.read.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures how long it took from a file to what people are told, once they are: that is what all else is for. */
final class FileToMessage {
    private static final Logger LOG = LoggerFactory.getLogger(FileToMessage.class);

    /** The file that came last before the alert was noted; what rests on none of that day's is not measured. */
    private static final String SINCE = """
            select extract(epoch from ?::timestamptz - max(f.received_at)) as seconds
            from ledger.outbox o
                     join ledger.episode e on e.id = o.episode_id
                     join freshlegs.file_outcome f on f.athlete = e.athlete and f.received_at <= o.created_at
                and f.received_at > o.created_at - interval '1 day'
            where o.step not in ('GONE', 'BACK') and
            """;

    private final Database database;
    private final TellMeters meters;

    FileToMessage(Database database, TellMeters meters) {
        this.database = database;
        this.meters = meters;
    }

    void told(Message message, Instant now) {
        measure(SINCE + " o.id::text = ?", message.id(), now);
    }

    void told(Delivery delivery, Instant now) {
        if (delivery.kind().equals(Delivery.ALERT)) {
            measure(SINCE + " o.delivery_id = ?", delivery.id(), now);
        }
    }

    /** What cannot be measured was told all the same. */
    private void measure(String sql, Object id, Instant now) {
        try {
            Optional<Double> seconds = database.<Optional<Double>>write(connection -> Sql.over(connection)
                    .first(sql, row -> Optional.ofNullable((Number) row.getObject("seconds")), now, id)
                    .flatMap(found -> found.map(Number::doubleValue)));
            seconds.ifPresent(some -> meters.arrivedAfter(Duration.ofMillis(Math.round(1000 * some))));
        } catch (RuntimeException e) {
            LOG.debug("how long a message took cannot be told", e);
        }
    }
}
