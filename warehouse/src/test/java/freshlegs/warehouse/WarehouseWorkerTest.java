package freshlegs.warehouse;

import static freshlegs.warehouse.Given.ANNA;
import static freshlegs.warehouse.Given.afterRun;
import static freshlegs.warehouse.Given.day;
import static freshlegs.warehouse.Given.fatigue;
import static freshlegs.warehouse.Given.morning;
import static freshlegs.warehouse.Given.outcome;
import static freshlegs.warehouse.Given.plannedHard;
import static freshlegs.warehouse.Given.restingHeartRate;
import static freshlegs.warehouse.Given.session;
import static freshlegs.warehouse.Given.sleep;
import static freshlegs.warehouse.Given.status;
import static freshlegs.warehouse.Given.trend;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.Status;
import freshlegs.model.result.FileOutcome.Outcome;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WarehouseWorkerTest {
    private AWarehouse warehouse;

    @BeforeEach
    void open() throws Exception {
        warehouse = AWarehouse.working();
    }

    @AfterEach
    void close() throws Exception {
        warehouse.close();
    }

    @Test
    void every_topic_becomes_rows() throws Exception {
        Instant start = Instant.parse("2026-11-19T06:00:00Z");
        warehouse.publishAndSettle(
                trend(ANNA, day("2026-11-19"), 80),
                status(ANNA, day("2026-11-19"), Status.AMBER),
                fatigue(ANNA, "2026-11-18", "2026-11-19", Status.AMBER),
                plannedHard(ANNA, day("2026-11-20"), true),
                outcome(ANNA, "d1", Outcome.SET_ASIDE, start),
                session(ANNA, start, "a", 10, 10_000),
                restingHeartRate(ANNA, day("2026-11-19"), "a", start, 48),
                sleep(ANNA, day("2026-11-19"), 7.25),
                morning(ANNA, day("2026-11-19"), 3),
                afterRun(ANNA, day("2026-11-19"), 1, 7));

        assertThat(warehouse.rows(
                        "select date, kind, load, heart_rate7d_bpm, monotony, flags from freshlegs.trend_day"))
                .containsExactly("2026-11-19|TRAINED|80|141.5|null|[\"hot\"]");
        assertThat(warehouse.rows("select status, domains->0->>'name', domains->0->>'z' from freshlegs.status_day"))
                .containsExactly("AMBER|RESTING_HEART_RATE|2.5");
        assertThat(warehouse.rows("select id, cause, open, steps->0->>'status' from freshlegs.episode"))
                .containsExactly("anna-2026-11-18-fatigue|FATIGUE|t|AMBER");
        assertThat(warehouse.rows("select planned->>'title', adjustment->>'kind' from freshlegs.prescription"))
                .containsExactly("6 x 800 m|SWAPPED");
        assertThat(warehouse.rows("select delivery_id, outcome, reason from freshlegs.file_outcome"))
                .containsExactly("d1|set-aside|null");
        assertThat(warehouse.rows("select fact_id, sport, distance_metres, workout_feel from freshlegs.activity"))
                .containsExactly("20261119T060000Z-running|RUNNING|10000|50");
        assertThat(warehouse.rows("select kind, bpm, asleep_hours from freshlegs.reading order by kind"))
                .containsExactly("resting-heart-rate|48|null", "sleep|null|7.25");
        assertThat(warehouse.rows(
                        "select kind, fatigue, effort, ordinal, symptoms from freshlegs.checkin order by kind"))
                .containsExactly("morning-checkin|3|null|null|[\"FEVER\"]", "run-checkin|null|7|1|[]");
        assertThat(warehouse.rows("select * from freshlegs.unreadable")).isEmpty();
    }
}
