package freshlegs.warehouse;

import static freshlegs.warehouse.Given.ANNA;
import static freshlegs.warehouse.Given.fatigue;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.Status;
import freshlegs.model.result.Episode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People with channels hear nothing of history that comes in at once, nor of a rebuild, nor of what was before their channel. */
class HistoryTellsNobodyTest {
    private static final LocalDate FIRST = LocalDate.of(2016, 11, 21);
    private static final LocalDate HISTORY_ENDS = LocalDate.of(2026, 11, 12);
    private static final String ROWS = "select step, recipient, channel, state from ledger.outbox order by id";
    private static ADatabase database;

    private AWriter writer;

    @BeforeAll
    static void make() throws Exception {
        database = ADatabase.fresh();
    }

    @BeforeEach
    void open() throws Exception {
        writer = AWriter.on(database.emptied(), "webhook");
        database.execute("""
                truncate access.account, ledger.delivery cascade;
                insert into access.account (id, login, name, created_at) values ('b', 'ben', 'Ben', now()), ('a', 'anna', 'Anna', now());
                insert into access.share (id, athlete, account, role, granted_by, granted_at)
                values ('1', 'anna', 'b', 'coach', 'x', now()), ('2', 'anna', 'a', 'athlete', 'x', now());
                insert into access.channel (id, account, kind, address, secret, created_at)
                select account || '1', account, 'mail', 'x@example.org', 's', now() from unnest(array ['a', 'b']) account
                """);
    }

    @AfterEach
    void close() throws Exception {
        writer.close();
    }

    @AfterAll
    static void forget() throws Exception {
        database.execute("truncate access.account cascade");
    }

    /** Some week long, one every month, as bad as can be. */
    private static List<Message<Episode>> tenYears() {
        List<Message<Episode>> episodes = new ArrayList<>();
        for (LocalDate day = FIRST; day.isBefore(HISTORY_ENDS.minusDays(7)); day = day.plusMonths(1)) {
            Status status = day.getMonthValue() % 2 == 0 ? Status.RED : Status.STOP;
            episodes.add(fatigue(ANNA, day.toString(), day.plusDays(6).toString(), status));
        }
        return episodes;
    }

    private List<String> due() throws Exception {
        return writer.after(Duration.ofDays(1)).due();
    }

    @Test
    void ten_years_that_come_at_once_tell_nobody() throws Exception {
        List<Message<Episode>> history = tenYears();
        writer.bring(history.toArray(Message[]::new));
        assertThat(database.rows("select count(*), max(status) from freshlegs.episode"))
                .containsExactly(history.size() + "|STOP");
        assertThat(database.rows(ROWS)).isEmpty();
        assertThat(due()).isEmpty();
    }

    @Test
    void ten_years_that_come_in_any_order_tell_nobody() throws Exception {
        List<Message<Episode>> history = tenYears();
        Collections.shuffle(history, new Random(20_261_120));
        for (int from = 0; from < history.size(); from += 10) {
            writer.bring(
                    history.subList(from, Math.min(from + 10, history.size())).toArray(Message[]::new));
        }
        assertThat(database.rows(ROWS)).isEmpty();
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.AMBER));
        assertThat(database.rows(ROWS))
                .containsExactlyInAnyOrder("AMBER|webhook|webhook|PENDING", "AMBER|b|channel:b1|PENDING");
    }

    @Test
    void a_channel_that_comes_later_is_not_told_what_was_before_it() throws Exception {
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-19", Status.RED));
        database.execute("update ledger.outbox set state = 'SENT'");
        database.execute("insert into access.channel (id, account, kind, address, secret, created_at)"
                + " values ('b2', 'b', 'mail', 'y@example.org', 's', now())");
        writer.after(Duration.ofHours(1)).bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.RED));
        writer.bring(tenYears().toArray(Message[]::new));
        Warehouse.rebuild(database.address());
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.RED));

        assertThat(database.rows(ROWS)).containsExactlyInAnyOrder("RED|webhook|webhook|SENT", "RED|b|channel:b1|SENT");
        assertThat(due()).isEmpty();
    }

    @Test
    void a_rebuild_leaves_deliveries_as_they_are_and_makes_nothing_due() throws Exception {
        List<Message<Episode>> everything = tenYears();
        everything.add(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.RED));
        writer.bring(everything.toArray(Message[]::new));
        database.execute("""
                insert into ledger.delivery (kind, account, channel, idempotency_key, state, created_at)
                values ('ALERT', 'b', 'channel:b1', 'k', 'SENT', now()), ('REVIEW', 'b', 'channel:b1', 'r', 'SENT', now());
                update ledger.outbox set state = 'SENT',
                    delivery_id = case channel when 'channel:b1' then (select id from ledger.delivery where kind = 'ALERT') end
                """);
        String ledger =
                "select o::text from ledger.outbox o union all select d::text from ledger.delivery d order by 1";
        List<String> before = database.rows(ledger);

        Warehouse.rebuild(database.address());
        Collections.shuffle(everything, new Random(7));
        writer.bring(everything.toArray(Message[]::new));

        assertThat(database.rows(ledger)).isEqualTo(before);
        assertThat(due()).isEmpty();
    }
}
