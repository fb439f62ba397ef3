package freshlegs.bench.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** By numbers that are worked out in the comments. */
class NeedTest {
    private static final Costs COSTS = new Costs(1_000, 2_000, 500, 400, 3_000, 20, 10, 100, 10);
    private static final Habits HABITS = new Habits(365, 100, 2, 0.5, 365, 0.5, 3, 2, 2);
    private static final Limits LIMITS = new Limits(12, 3_600, 2_000);

    @Test
    void a_million_athletes_with_a_file_a_day_need_what_is_worked_out_by_hand() {
        Need need = Need.of(1_000_000, COSTS, HABITS);

        // a million files a day: 11.57 a second
        assertThat(need.filesASecond()).isCloseTo(11.574, within(0.001));
        // two million on the busiest day, one of them in an hour: 277.8 a second, as many days
        assertThat(need.peakFiles()).isCloseTo(277.78, within(0.01));
        assertThat(need.peakTurns()).isCloseTo(555.56, within(0.01));
        // 555.56 turns of 0.1 s, half used
        assertThat(need.cores()).isCloseTo(111.11, within(0.01));
        // 277.78 files of 20 KB and 555.56 turns of 10 KB, three times: 33.3 MB/s
        assertThat(need.logMegabytes()).isCloseTo(33.33, within(0.01));
        // two million athlete-years: of 36.5 MB; of 3.5 + 7.3 MB three times and twice; of 0.4 MB; of 3 MB
        assertThat(need.originals()).isCloseTo(73, within(0.01));
        assertThat(need.logs()).isCloseTo(129.6, within(0.01));
        assertThat(need.state()).isCloseTo(0.8, within(0.001));
        assertThat(need.tables()).isCloseTo(6, within(0.001));
    }

    @Test
    void the_tightest_limit_says_into_how_many_cells_they_are_parted() {
        Cells cells = Cells.of(Need.of(1_000_000, COSTS, HABITS), COSTS, LIMITS);

        // 111.11 cores by 12 threads
        assertThat(cells.byProcessor()).isEqualTo(10);
        // 1 TB of changelogs; an hour at 10 MB/s in each of 12 partitions restores 0.432 TB
        assertThat(cells.byState()).isEqualTo(3);
        // 6 TB of tables, 2 TB in each
        assertThat(cells.byTables()).isEqualTo(3);
        assertThat(cells.count()).isEqualTo(10);
    }
}
