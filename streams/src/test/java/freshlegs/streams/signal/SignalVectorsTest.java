package freshlegs.streams.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.streams.rule.Rules;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Published numbers of signals; the end of a name says where each is from: C is computed by hand. */
class SignalVectorsTest {

    /** Watches tell RMSSD ready made; the definition stands here beside its logarithm, which the signal takes. */
    @Test
    void vector_29_rmssd_of_five_beats__C() {
        double rmssd = rmssd(800, 810, 790, 805, 795);
        assertThat(rmssd).isEqualTo(14.361, within(5e-4));
        assertThat(Math.log(rmssd)).isEqualTo(2.6645, within(5e-5));
    }

    @Test
    void vector_30_a_chart_flags_on_its_day__C() {
        double[] levels = {0.375, 0.656, 0.867, 1.025};
        Chart chart = Chart.empty();
        for (double level : levels) {
            chart = chart.next(OptionalDouble.of(1.5), 0.25, 1.0, false, Rules.published());
            assertThat(chart.level()).isEqualTo(level, within(0.0011));
        }
        assertThat(daysUntilFlag(1.5, 0.25, 1.0)).isEqualTo(4);
        assertThat(daysUntilFlag(2.5, 0.25, 1.0)).isEqualTo(2);
        assertThat(daysUntilFlag(1.5, 0.35, 0.9)).isEqualTo(3);
    }

    private static int daysUntilFlag(double z, double lambda, double limit) {
        Chart chart = Chart.empty();
        int day = 0;
        while (chart.level() < limit) {
            chart = chart.next(OptionalDouble.of(z), lambda, limit, false, Rules.published());
            day++;
        }
        return day;
    }

    private static double rmssd(double... milliseconds) {
        double squares = 0;
        for (int i = 1; i < milliseconds.length; i++) {
            double difference = milliseconds[i] - milliseconds[i - 1];
            squares += difference * difference;
        }
        return Math.sqrt(squares / (milliseconds.length - 1));
    }
}
