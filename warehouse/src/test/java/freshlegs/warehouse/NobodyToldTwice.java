package freshlegs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The promise that what was told to people is a journal: it is only added to, no entry is ever changed or removed, and nobody is
 * told the same step of the same alert twice. It reads nothing but the ledger; what was seen once must be there at every look.
 */
final class NobodyToldTwice {
    private static final String TOLD =
            "select id, episode_id, step, recipient, channel, idempotency_key, payload, sent_at from ledger.outbox"
                    + " where state = 'SENT' order by id";
    private static final String TWICE = """
            select episode_id, step, recipient, channel from ledger.outbox where state in ('SENDING', 'SENT')
            group by 1, 2, 3, 4 having count(*) > 1
            """;
    private static final String NAMES = "select id, athlete, cause, opened_at from ledger.episode order by id";

    private final ADatabase database;
    private final List<String> told = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private NobodyToldTwice(ADatabase database) {
        this.database = database;
    }

    static NobodyToldTwice of(ADatabase database) {
        return new NobodyToldTwice(database);
    }

    /** Looks at the ledger and answers what has been told so far. */
    List<String> holds(String as) throws SQLException {
        List<String> now = database.rows(TOLD);
        List<String> known = database.rows(NAMES);
        assertThat(now).as("%s: what was told is still there, unchanged", as).containsAll(told);
        assertThat(known).as("%s: names that people know stay", as).containsAll(names);
        assertThat(database.rows(TWICE)).as("%s: told twice", as).isEmpty();
        told.clear();
        told.addAll(now);
        names.clear();
        names.addAll(known);
        return now;
    }
}
