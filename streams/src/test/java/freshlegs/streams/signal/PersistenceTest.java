package freshlegs.streams.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.result.Domain.Name;
import freshlegs.streams.rule.Rules;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PersistenceTest {
    private static final Rules RULES = Rules.published();

    @Test
    void a_chart_strays_as_far_as_the_formula_says() {
        assertThat(Persistence.deviation(0.25, 0)).isCloseTo(0.37796, within(1e-5));
        assertThat(Persistence.deviation(0.25, 0.3)).isCloseTo(0.47519, within(1e-5));
        assertThat(strayed(0.25, 0.5)).isCloseTo(Persistence.deviation(0.25, 0.5), within(0.02));
        assertThat(strayed(0.35, 0.3)).isCloseTo(Persistence.deviation(0.35, 0.3), within(0.02));
    }

    @Test
    void what_was_seen_is_drawn_to_the_usual_by_how_little_it_is() {
        assertThat(Persistence.of(LagOne.NONE, RULES).phi()).isEqualTo(0.3);
        // (100 * 0.5 + 150 * 0.3) / 250
        assertThat(Persistence.of(new LagOne(40, 80, 100), RULES).phi()).isCloseTo(0.38, within(1e-12));
        assertThat(Persistence.of(new LagOne(-100, 80, 1000), RULES).phi()).isZero();
    }

    @Test
    void days_in_a_row_are_compared_and_gaps_are_not() {
        Series series = new Series(4);
        series.add(10, 52);
        series.add(11, 51);
        series.add(13, 49);
        series.add(14, 46);

        LagOne seen = LagOne.of(series, 50, 2);

        assertThat(seen).isEqualTo(new LagOne((2 * 1 + -1 * -4) / 4.0, (2.5 + 8.5) / 4, 2));
    }

    @Test
    void limits_lie_farther_out_the_more_of_a_day_is_left_on_the_next() {
        Limits usual = Limits.usual(RULES);
        Limits brief = Limits.of(new Persistence(0), RULES);
        Limits lasting = Limits.of(new Persistence(0.5), RULES);

        assertThat(usual.of(Name.HRV)).isEqualTo(1.0);
        assertThat(usual.of(Name.EXERCISE_HEART_RATE)).isEqualTo(0.9);
        assertThat(usual.of(Name.DISSOCIATION)).isEqualTo(-1.3);
        assertThat(brief.of(Name.HRV)).isEqualTo(0.795); // 0.37796 / 0.47519
        assertThat(lasting.of(Name.HRV)).isEqualTo(1.18); // 0.56061 / 0.47519
    }

    private static double strayed(double share, double phi) {
        Random random = new Random(8);
        double noise = 0;
        double chart = 0;
        double squares = 0;
        int days = 100_000;
        for (int day = 0; day < days; day++) {
            noise = phi * noise + Math.sqrt(1 - phi * phi) * random.nextGaussian();
            chart += share * (noise - chart);
            squares += chart * chart;
        }
        return Math.sqrt(squares / days);
    }
}
