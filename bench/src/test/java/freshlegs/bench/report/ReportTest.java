package freshlegs.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Machine MACHINE = new Machine(
            "A processor", 2, 4096, "Linux amd64", "A Java 17", "abc1234", Instant.parse("2026-11-25T10:00:00Z"), 0.25);
    private static final Report REPORT = new Report(
            MACHINE,
            List.of(
                    Measure.REPLAY.seen(25, "100 athlete-years"),
                    Measure.TEN_YEARS.seen(6.1234, "3650 days"),
                    Measure.SEASON_DAY.seen(12345.6, "average of 10 s")));

    @Test
    void the_table_says_what_was_seen_beside_its_goal() {
        assertThat(REPORT.text()).isEqualTo("""
                A processor, 2 cores, 4096 MiB, Linux amd64, A Java 17
                commit abc1234, 2026-11-25T10:00:00Z, load average at start 0.25

                measure                                      seen  unit             goal         ratio  condition
                replay, chronological                          25  athlete-years/s  at least 20   1.25  100 athlete-years
                ten years of one athlete, topics to tables   6.12  s                at most 3     0.49  3650 days
                fold of a dense day                         12346  us                                   average of 10 s
                """);
    }

    @Test
    void programs_read_the_same() {
        JsonNode json = REPORT.json();
        assertThat(json.at("/machine/cores").asInt()).isEqualTo(2);
        assertThat(json.at("/machine/started").asText()).isEqualTo("2026-11-25T10:00:00Z");
        assertThat(json.at("/figures/0/goal").asText()).isEqualTo("at least 20");
        assertThat(json.at("/figures/1/ratio").asDouble()).isEqualTo(3 / 6.1234);
        assertThat(json.at("/figures/2").has("goal")).isFalse();
    }

    @Test
    void a_document_gets_new_rows_and_keeps_those_that_were_not_measured_anew() {
        String before = """
                Text.
                <!-- begin of figures -->
                | replay, chronological | athlete-years/s | at least 20 | 1 | 0.05 | old | abc |
                | facts folded | facts/s | - | 7 | - | old | abc |
                <!-- end of figures -->
                More text.
                """;
        String after = Document.with(REPORT, before);
        assertThat(after)
                .startsWith("Text.\n<!-- begin of figures -->\n```\nA processor, 2 cores")
                .endsWith("<!-- end of figures -->\nMore text.\n")
                .contains(
                        "| replay, chronological | athlete-years/s | at least 20 | 25 | 1.25 | 100 athlete-years | abc1234 |\n")
                .contains("| facts folded | facts/s | - | 7 | - | old | abc |\n")
                .doesNotContain("0.05");
    }

    @Test
    void a_ratio_of_one_reaches_the_goal_from_either_side() {
        assertThat(Goal.atLeast(20).ratio(10)).isEqualTo(0.5);
        assertThat(Goal.atMost(3).ratio(6)).isEqualTo(0.5);
        assertThat(Goal.atMost(3).ratio(1.5)).isEqualTo(2);
    }

    @Test
    void a_line_through_points_on_a_line_is_that_line() {
        Line line = Line.through(new double[] {1, 2, 4}, new double[] {5, 7, 11});
        assertThat(line.offset()).isCloseTo(3, within(1e-12));
        assertThat(line.slope()).isCloseTo(2, within(1e-12));
        assertThat(line.worstPercent(new double[] {1, 2, 4}, new double[] {5, 7, 11}))
                .isCloseTo(0, within(1e-9));
    }

    /** By hand: the line through (0, 10), (1, 10), (2, 13) is 9.5 + 1.5 x; the middle point is off by 1 of 10. */
    @Test
    void the_worst_point_is_told_in_percent_of_what_was_seen() {
        double[] x = {0, 1, 2};
        double[] y = {10, 10, 13};
        assertThat(Line.through(x, y).worstPercent(x, y)).isCloseTo(10, within(1e-9));
    }

    @Test
    void the_machine_is_described_as_far_as_it_says() {
        Machine here = Machine.here(Clock.systemUTC(), Path.of("."));
        assertThat(here.cores()).isPositive();
        assertThat(here.memoryMebibytes()).isPositive();
        assertThat(here.text()).contains("load average at start");
    }
}
