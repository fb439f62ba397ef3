package freshlegs.streams.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.fact.Repeat;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class FadeTest {

    /** Times 60, 61, 62: mean 61, best 60. */
    @Test
    void the_decrement_is_the_mean_over_the_best() {
        assertThat(Fade.decrementPercent(60, 61, 62)).isCloseTo(1.6667, within(0.0001));
    }

    /** One second more each repeat over a mean of 61. */
    @Test
    void the_slope_is_percent_a_repeat() {
        assertThat(Fade.slopePercent(60, 61, 62)).isCloseTo(1.6393, within(0.0001));
    }

    /** The last 63 s against the mean of 60 and 61. */
    @Test
    void the_last_is_compared_with_the_first_two() {
        assertThat(Fade.lastPercent(60, 61, 62, 63)).isCloseTo(4.1322, within(0.0001));
    }

    @Test
    void short_repeats_may_differ_more_because_positioning_errs() {
        assertThat(Fade.of(repeats(400, 80, 81, 82, 83)).orElseThrow().isFaded())
                .isTrue();
        assertThat(Fade.of(repeats(200, 40, 40.5, 41, 41.5)).orElseThrow().isFaded())
                .isFalse();
        assertThat(Fade.of(repeats(400, 80, 90))).isEmpty();
    }

    private static List<Repeat> repeats(double metres, double... seconds) {
        return DoubleStream.of(seconds)
                .mapToObj(time -> new Repeat(0, time, metres, 60, OptionalDouble.empty()))
                .toList();
    }
}
