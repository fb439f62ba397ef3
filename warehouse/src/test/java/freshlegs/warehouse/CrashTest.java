package freshlegs.warehouse;

import static freshlegs.warehouse.Given.ANNA;
import static freshlegs.warehouse.Given.day;
import static freshlegs.warehouse.Given.fatigue;
import static freshlegs.warehouse.Given.outcome;
import static freshlegs.warehouse.Given.status;
import static freshlegs.warehouse.Given.trend;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import freshlegs.model.result.FileOutcome.Outcome;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever breaks in between, the rows are those of the topics and nobody is told twice. */
class CrashTest {
    private static final String KILL_WORKER = """
            select pg_terminate_backend(pid) from pg_stat_activity
            where application_name = 'freshlegs-warehouse' and datname = current_database()
            """;
    private static final String WAITING_WORKERS = """
            select count(*) from pg_stat_activity
            where application_name = 'freshlegs-warehouse' and datname = current_database() and wait_event_type = 'Lock'
            """;

    private static AWarehouse warehouse;
    private static int athletes;

    private AthleteId athlete = ANNA;

    @BeforeAll
    static void open() throws Exception {
        warehouse = AWarehouse.stopped();
    }

    @AfterAll
    static void close() {
        warehouse.close();
    }

    @BeforeEach
    void anotherAthlete() {
        athlete = AthleteId.of("runner" + ++athletes);
    }

    @AfterEach
    void stop() {
        warehouse.stop();
    }

    @Test
    void a_worker_goes_on_where_the_one_before_left() throws Exception {
        for (int round = 0; round < 3; round++) {
            warehouse.publish(tenDays(round));
            warehouse.start();
            warehouse.settle();
            warehouse.stop();
        }

        assertThat(rows("load", "freshlegs.trend_day")).hasSize(30);
    }

    @Test
    void a_transaction_that_dies_in_the_middle_leaves_nothing_and_is_done_again() throws Exception {
        try (Connection locks = warehouse.database.connect();
                Statement statement = locks.createStatement()) {
            locks.setAutoCommit(false);
            statement.execute("lock table freshlegs.status_day in access exclusive mode");
            warehouse.publish(
                    trend(athlete, day("2026-11-19"), 80),
                    fatigue(athlete, "2026-11-18", "2026-11-19", Status.AMBER),
                    status(athlete, day("2026-11-19"), Status.AMBER));
            warehouse.start();
            warehouse.awaitRows(WAITING_WORKERS, "1");

            warehouse.execute(KILL_WORKER);

            assertThat(rows("*", "freshlegs.trend_day")).isEmpty();
            assertThat(told()).isEmpty();
            locks.rollback();
        }

        warehouse.settle();

        assertThat(rows("load", "freshlegs.trend_day")).containsExactly("80");
        assertThat(rows("status", "freshlegs.status_day")).containsExactly("AMBER");
        assertThat(told()).containsExactly("AMBER|PENDING");
    }

    @Test
    void everything_read_twice_gives_the_same_rows_and_tells_nobody_twice() throws Exception {
        warehouse.publish(tenDays(1));
        warehouse.publish(
                fatigue(athlete, "2026-11-18", "2026-11-19", Status.AMBER),
                fatigue(athlete, "2026-11-18", "2026-11-20", Status.RED),
                outcome(athlete, "d1", Outcome.IMPORTED, AWarehouse.NOW));
        warehouse.start();
        warehouse.settle();
        List<String> once = warehouse.database.everythingOf(athlete);
        List<String> told = rows("o.*", "ledger.outbox o join ledger.episode e on e.id = episode_id");

        warehouse.execute("update freshlegs.kafka_offset set next_offset = 0");
        warehouse.settle();

        assertThat(warehouse.database.everythingOf(athlete)).isEqualTo(once).isNotEmpty();
        assertThat(rows("o.*", "ledger.outbox o join ledger.episode e on e.id = episode_id"))
                .isEqualTo(told)
                .isNotEmpty();
    }

    @Test
    void a_rebuild_under_a_running_worker_brings_everything_back() throws Exception {
        warehouse.publish(tenDays(1));
        warehouse.publish(fatigue(athlete, "2026-11-18", "2026-11-19", Status.AMBER));
        warehouse.start();
        warehouse.settle();
        List<String> before = warehouse.database.everythingOf(athlete);
        warehouse.execute("update ledger.outbox set state = 'SENT'");

        Warehouse.rebuild(warehouse.database.address());
        warehouse.settle();

        assertThat(warehouse.database.everythingOf(athlete)).isEqualTo(before).isNotEmpty();
        assertThat(told()).containsExactly("AMBER|SENT");
    }

    @Test
    void a_worker_whose_offsets_were_moved_by_another_writes_nothing_of_its_own() throws Exception {
        warehouse.start();
        warehouse.publish(trend(athlete, day("2026-11-19"), 80));
        warehouse.settle();

        warehouse.execute("update freshlegs.kafka_offset set next_offset = next_offset + 1"
                + " where topic = 'training.trend.v1'");
        warehouse.publish(trend(athlete, day("2026-11-20"), 81), trend(athlete, day("2026-11-21"), 82));
        warehouse.settle();

        assertThat(rows("load", "freshlegs.trend_day"))
                .as("what the other one claims to have written is not written here")
                .containsExactly("80", "82");
    }

    @Test
    void two_workers_share_the_work_and_one_takes_over_from_the_other() throws Exception {
        WarehouseWorker first = warehouse.start();
        warehouse.start();
        List<Message<?>> squad = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            squad.add(trend(AthleteId.of(athlete + "-" + i), day("2026-11-19"), 80));
        }
        warehouse.publish(squad);
        warehouse.settle();

        first.close();
        warehouse.publish(squad.stream().map(Given::gone).toList());
        warehouse.publish(tenDays(1));
        warehouse.settle();

        assertThat(warehouse.rows("select athlete from freshlegs.trend_day where athlete like '" + athlete + "-%'"))
                .isEmpty();
        assertThat(rows("load", "freshlegs.trend_day")).hasSize(10);
    }

    @Test
    void a_broker_that_goes_away_and_comes_back_loses_nothing() throws Exception {
        warehouse.start();
        warehouse.publish(tenDays(1));
        warehouse.settle();

        warehouse.restartBroker();
        warehouse.publish(tenDays(2));
        warehouse.settle();

        assertThat(rows("load", "freshlegs.trend_day")).hasSize(20);
    }

    private List<String> rows(String columns, String table) throws Exception {
        return warehouse.rows("select " + columns + " from " + table + " where athlete = '" + athlete + "' order by 1");
    }

    private List<String> told() throws Exception {
        return rows("step, state", "ledger.outbox join ledger.episode e on e.id = episode_id");
    }

    private List<Message<?>> tenDays(int round) {
        List<Message<?>> days = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            days.add(trend(athlete, day("2026-01-01").plusDays(round * 10L + i), round));
        }
        return days;
    }
}
