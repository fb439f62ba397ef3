package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.output.Query;
import freshlegs.model.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** No step of an alert was told more than once, neither by the journal's account nor by that of whoever listened. */
final class NobodyToldTwice {
    private static final String SENT = "select idempotency_key from ledger.outbox where state = 'SENT' order by 1";
    private static final String SAME_ALERT_UNDER_TWO_NAMES = """
            select one.id || ' and ' || other.id from ledger.episode one join ledger.episode other
                on one.athlete = other.athlete and one.cause = other.cause and one.id < other.id
                and one.first_day <= other.last_day and other.first_day <= one.last_day
            where exists (select 1 from ledger.outbox o where o.episode_id = one.id and o.state = 'SENT')
              and exists (select 1 from ledger.outbox o where o.episode_id = other.id and o.state = 'SENT')
            """;

    private NobodyToldTwice() {}

    static void check(DatabaseAddress database, List<String> heard) throws SQLException {
        check(database, heard, 0);
    }

    /** Whoever sends may be killed before it has noted what was heard: once more under the same key is what is promised. */
    static void check(DatabaseAddress database, List<String> heard, int killedSenders) throws SQLException {
        assertThat(heard.size() - heard.stream().distinct().count())
                .as("told again: " + heard)
                .isLessThanOrEqualTo(killedSenders);
        try (Connection connection = Query.connect(database)) {
            assertThat(heard).containsAll(Tables.column(connection, SENT));
            assertThat(Tables.column(connection, SAME_ALERT_UNDER_TWO_NAMES)).isEmpty();
        }
    }
}
