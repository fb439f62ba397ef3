package freshlegs.streams.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
}
