package freshlegs.streams.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.result.TrendDay.AcuteChronic;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AcuteToChronicTest {

    @Test
    void a_week_of_twice_the_load_is_1_6_coupled_and_2_uncoupled() {
        double[] loads = new double[28];
        Arrays.fill(loads, 0, 21, 50);
        Arrays.fill(loads, 21, 28, 100);

        AcuteChronic ratio = AcuteToChronic.of(loads);

        assertThat(ratio.coupled()).as("100 / (28 days' mean of 62.5)").hasValue(1.6);
        assertThat(ratio.uncoupled()).as("100 / 50").hasValue(2);
    }

    @Test
    void the_same_load_every_day_is_one_in_every_form() {
        double[] loads = new double[85];
        Arrays.fill(loads, 43.7);

        AcuteChronic ratio = AcuteToChronic.of(loads);

        assertThat(ratio.coupled()).hasValue(1);
        assertThat(ratio.uncoupled()).hasValue(1);
        assertThat(ratio.exponential()).hasValue(1);
    }

    /** Runalyze's TsbModelTest: weights 2/(N+1), a single 1000 gives 47 (N = 42) and 250 (N = 7), ten days later 29 and 14. */
    @Test
    void the_exponential_form_follows_the_published_weights() {
        double[] single = new double[500];
        single[499] = 1000;
        assertThat(AcuteToChronic.exponential(single, 42)).isCloseTo(46.51, within(0.01));
        assertThat(AcuteToChronic.exponential(single, 7)).isCloseTo(250, within(0.01));

        double[] tenDaysLater = new double[500];
        tenDaysLater[489] = 1000;
        assertThat(AcuteToChronic.exponential(tenDaysLater, 42)).isCloseTo(28.9, within(0.1));
        assertThat(AcuteToChronic.exponential(tenDaysLater, 7)).isCloseTo(14.1, within(0.1));
    }

    @Test
    void four_weeks_must_be_known_and_hold_some_load() {
        assertThat(AcuteToChronic.of(new double[27]).coupled()).isEmpty();
        assertThat(AcuteToChronic.of(new double[28]).coupled()).isEmpty();
        assertThat(AcuteToChronic.of(new double[28]).exponential()).isEmpty();
    }
}
