package freshlegs.streams.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.fact.Repeat;
import freshlegs.streams.rule.Rules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignalMathTest {
    private static final Rules RULES = Rules.published();
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void a_chart_flags_on_the_day_that_was_worked_by_hand() {
        Chart chart = Chart.empty();
        List<Double> levels = new ArrayList<>();
        for (int day = 0; day < 4; day++) {
            chart = chart.next(OptionalDouble.of(1.5), 0.25, 1.0, false, RULES);
            levels.add(chart.level());
        }
        assertThat(levels)
                .usingElementComparator((a, b) -> Math.abs(a - b) < 0.0011 ? 0 : 1)
                .containsExactly(0.375, 0.656, 0.867, 1.025);
        assertThat(chart.days()).isEqualTo(1);

        Chart strong = Chart.empty()
                .next(OptionalDouble.of(2.5), 0.25, 1.0, false, RULES)
                .next(OptionalDouble.of(2.5), 0.25, 1.0, false, RULES);
        assertThat(strong.level()).isGreaterThanOrEqualTo(1);

        Chart runs = Chart.empty();
        for (int run = 0; run < 3; run++) {
            runs = runs.next(OptionalDouble.of(1.5), 0.35, 0.9, true, RULES);
        }
        assertThat(runs.level()).isCloseTo(1.088, within(0.001));
    }

    @Test
    void a_chart_without_values_stands_then_fades_then_starts_afresh() {
        Chart chart = new Chart(2, 0, 3, true);
        for (int day = 0; day < 5; day++) {
            chart = chart.next(OptionalDouble.empty(), 0.25, 1.0, false, RULES);
        }
        assertThat(chart.level()).isEqualTo(2);
        chart = chart.next(OptionalDouble.empty(), 0.25, 1.0, false, RULES);
        assertThat(chart.level()).isEqualTo(1.5);
        for (int day = 0; day < 5; day++) {
            chart = chart.next(OptionalDouble.empty(), 0.25, 1.0, false, RULES);
        }
        assertThat(chart).isEqualTo(Chart.empty());
    }

    @Test
    void the_baseline_ends_eight_days_ago_and_begins_forty_nine_days_ago() {
        BaselineWindow window = BaselineWindow.endingBefore(TODAY, RULES);

        assertThat(window.holds(TODAY.minusDays(8).toEpochDay())).isTrue();
        assertThat(window.holds(TODAY.minusDays(49).toEpochDay())).isTrue();
        assertThat(window.holds(TODAY.minusDays(7).toEpochDay())).isFalse();
        assertThat(window.holds(TODAY.minusDays(50).toEpochDay())).isFalse();
    }

    @Test
    void a_baseline_is_mean_and_sample_deviation_with_a_floor_and_a_clip() {
        Baseline baseline = Baseline.of(series(48, 52, 20), BaselineWindow.endingBefore(TODAY, RULES), RULES);

        assertThat(baseline.mean()).isEqualTo(50);
        assertThat(baseline.deviation()).isCloseTo(2 * Math.sqrt(20 / 19.0), within(1e-9));
        assertThat(baseline.z(TODAY.toEpochDay(), 52, 4)).isEqualTo(0.5);
        assertThat(baseline.z(TODAY.toEpochDay(), 90, 1.5)).isEqualTo(3);
        assertThat(baseline.robustSpread(1)).isCloseTo(2.9652, within(1e-9));
    }

    @Test
    void days_in_an_alert_are_left_out_while_enough_others_remain() {
        LocalDate high = TODAY.minusDays(10);
        Series series = new Series(30);
        for (int back = 37; back >= 8; back--) {
            series.add(TODAY.minusDays(back).toEpochDay(), back == 10 ? 80 : 50);
        }
        BaselineWindow sound = BaselineWindow.endingBefore(TODAY, RULES);
        BaselineWindow alert = new BaselineWindow(TODAY, Optional.empty(), Set.of(high), RULES);

        assertThat(Baseline.of(series, sound, RULES).mean()).isEqualTo(51);
        assertThat(Baseline.of(series, alert, RULES).mean()).isEqualTo(50);
    }

    @Test
    void repeats_that_all_take_the_same_time_do_not_fade() {
        assertThat(KeySession.fadePercent(List.of(repeat(90), repeat(90)))).isZero();
        assertThat(KeySession.fadePercent(List.of(repeat(90), repeat(99)))).isCloseTo(5, within(1e-9));
    }

    @Test
    void performance_is_judged_against_its_own_kind_with_a_shrunk_spread() {
        List<KeySession> past = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            past.add(key(TODAY.minusDays(70 - 7L * i), KeySession.Kind.LONG_REPEATS, i % 2 == 0 ? -141 : -139));
        }
        Performance judged = Performance.of(key(TODAY, KeySession.Kind.LONG_REPEATS, -136), past, RULES)
                .orElseThrow();

        double spread = Math.sqrt((6 * 4 + 6) / 11.0);
        assertThat(judged.slowerPercent()).isCloseTo(4, within(1e-9));
        assertThat(judged.spreadPercent()).isCloseTo(spread, within(1e-9));
        assertThat(judged.z()).isCloseTo(4 / (spread * Math.sqrt(1 + 1 / 6.0)), within(1e-9));
        assertThat(Performance.of(key(TODAY, KeySession.Kind.TEMPO, -136), past, RULES))
                .isEmpty();
    }

    private static Series series(double even, double odd, int count) {
        Series series = new Series(count);
        for (int i = count - 1; i >= 0; i--) {
            series.add(TODAY.minusDays(8 + i).toEpochDay(), i % 2 == 0 ? even : odd);
        }
        return series;
    }

    private static Repeat repeat(double seconds) {
        return new Repeat(0, seconds, 400, 60, OptionalDouble.empty());
    }

    private static KeySession key(LocalDate date, KeySession.Kind kind, double slowness) {
        return new KeySession(date, kind, slowness, 0, OptionalDouble.empty());
    }
}
