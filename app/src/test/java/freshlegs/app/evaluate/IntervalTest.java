package freshlegs.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    /** Newcombe 1998, Statistics in Medicine 17:857, table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void the_interval_of_a_share_is_wilsons(long hits, long of, double low, double high) {
        Interval interval = Interval.ofShare(hits, of);

        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void all_of_all_may_still_be_less() {
        assertThat(Interval.ofShare(29, 29).high()).isEqualTo(1);
        assertThat(Interval.ofShare(29, 29).low()).isCloseTo(0.8830, within(5e-5));
        assertThat(Interval.ofShare(0, 0)).isEqualTo(new Interval(0, 1));
    }

    /** Garwood 1936, Biometrika 28:437; two-sided 95 %. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.0000, 3.6889",
        "1, 0.0253, 5.5716",
        "2, 0.2422, 7.2247",
        "5, 1.6235, 11.6683",
        "10, 4.7954, 18.3904",
        "20, 12.2165, 30.8884",
        "50, 37.1110, 65.9188",
        "100, 81.3640, 121.6268"
    })
    void the_interval_of_a_count_is_garwoods(long events, double low, double high) {
        Interval interval = Interval.ofRate(events, 1);

        assertThat(interval.low()).isCloseTo(low, within(6e-5));
        assertThat(interval.high()).isCloseTo(high, within(6e-5));
    }

    @Test
    void many_events_have_nearly_the_normal_interval() {
        Interval interval = Interval.ofRate(10_000, 1000);

        assertThat(interval.low()).isCloseTo(9.805, within(0.001));
        assertThat(interval.high()).isCloseTo(10.198, within(0.001));
    }
}
