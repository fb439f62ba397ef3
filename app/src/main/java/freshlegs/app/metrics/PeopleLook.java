package freshlegs.app.metrics;

import freshlegs.coach.channel.Kind;
import freshlegs.model.Status;
import freshlegs.model.result.Episode.Cause;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** How athletes stand, what became of alerts, and what is on its way to people: numbers of people and messages, never names. */
final class PeopleLook implements Look {
    private static final String ATHLETES = """
            select coalesce(latest.status, 'UNKNOWN'), count(*)
            from freshlegs.known_athlete known
                     left join lateral (select status from freshlegs.status_day s
                                        where s.athlete = known.athlete order by date desc limit 1) latest on true
            group by 1
            """;
    private static final String OPEN = "select status, count(*) from freshlegs.episode where open group by status";
    private static final String TOLD = """
            select a.cause || '/' || case
                       when a.standing = 'MERGED' then 'merged'
                       when a.standing = 'GONE' then 'withdrawn'
                       when exists (select from freshlegs.episode e where e.id = a.id and e.open) then 'open'
                       else 'cleared' end, count(*)
            from ledger.alert a group by 1
            """;
    /** The operator's webhook is told row by row, people's channels by deliveries. */
    private static final String MESSAGES = """
            select told.channel || '/' || lower(told.state), count(*)
            from (select case when o.channel = 'webhook' then 'operator' else coalesce(c.kind, 'removed') end as channel, o.state
                  from ledger.outbox o left join access.channel c on 'channel:' || c.id = o.channel
                  where o.delivery_id is null
                  union all
                  select coalesce(c.kind, 'removed'), d.state
                  from ledger.delivery d left join access.channel c on 'channel:' || c.id = d.channel) told
            group by 1
            """;

    private static final String HELD = """
            select 'silence', count(*) from ledger.outbox_held
            union all
            select 'budget', count(*) from ledger.outbox where state = 'PENDING' and held_for = 'BUDGET'
            """;
    private static final String OLDEST = """
            select 'operator', greatest(0, extract(epoch from now() - min(not_before)))
            from ledger.outbox_due where channel = 'webhook'
            union all
            select 'people', greatest(0, extract(epoch from now() - min(created_at)))
            from ledger.delivery where state in ('PENDING', 'SENDING')
            """;

    private static final List<String> STANDINGS = List.of("open", "cleared", "merged", "withdrawn");
    private static final List<String> STATES = List.of("pending", "sending", "sent", "failed", "withdrawn");

    private final TablesView tables;

    PeopleLook(TablesView tables) {
        this.tables = tables;
    }

    @Override
    public String source() {
        return "ledger";
    }

    @Override
    public List<Metric> tells() {
        return List.of(
                Metrics.ATHLETES,
                Metrics.OPEN_ALERTS,
                Metrics.TOLD_ALERTS,
                Metrics.MESSAGES,
                Metrics.HELD_MESSAGES,
                Metrics.OLDEST_MESSAGE);
    }

    @Override
    public void take(Readings readings) throws SQLException {
        try (Connection connection = tables.open()) {
            byOne(readings, Metrics.ATHLETES, statuses(false), numbers(connection, ATHLETES));
            byOne(readings, Metrics.OPEN_ALERTS, statuses(true), numbers(connection, OPEN));
            byTwo(readings, Metrics.TOLD_ALERTS, causes(), STANDINGS, numbers(connection, TOLD));
            byTwo(readings, Metrics.MESSAGES, channels(), STATES, numbers(connection, MESSAGES));
            byOne(readings, Metrics.HELD_MESSAGES, List.of("silence", "budget"), numbers(connection, HELD));
            byOne(readings, Metrics.OLDEST_MESSAGE, List.of("operator", "people"), numbers(connection, OLDEST));
        }
    }

    private static Map<String, Double> numbers(Connection connection, String question) throws SQLException {
        Map<String, Double> numbers = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(question);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                numbers.put(rows.getString(1), rows.getDouble(2));
            }
        }
        return numbers;
    }

    /** Of every value, also of one that is not there: that is 0. */
    private static void byOne(Readings readings, Metric metric, List<String> values, Map<String, Double> numbers) {
        values.forEach(value -> readings.add(metric, numbers.getOrDefault(value, 0.0), small(value)));
    }

    private static void byTwo(
            Readings readings, Metric metric, List<String> first, List<String> second, Map<String, Double> numbers) {
        for (String one : first) {
            for (String other : second) {
                readings.add(metric, numbers.getOrDefault(one + "/" + other, 0.0), small(one), other);
            }
        }
    }

    private static String small(String value) {
        return value.toLowerCase(Locale.ROOT);
    }

    private static List<String> statuses(boolean alerts) {
        return Arrays.stream(Status.values())
                .filter(status -> !alerts || status.isAlert())
                .map(Status::name)
                .toList();
    }

    private static List<String> causes() {
        return Arrays.stream(Cause.values()).map(Cause::name).toList();
    }

    private static List<String> channels() {
        return Stream.concat(
                        Stream.of("operator", "removed"),
                        Arrays.stream(Kind.values()).map(kind -> small(kind.name())))
                .toList();
    }
}
