package freshlegs.streams.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnergyCostTest {

    @ParameterizedTest
    @CsvSource({"-0.15,0.5099", "-0.10,0.5977", "-0.05,0.7628", "0.05,1.3014", "0.10,1.6578", "0.15,2.0603"})
    void in_relation_to_the_level_it_follows_the_published_polynomial(double slope, double expected) {
        assertThat(EnergyCost.relative(slope)).isEqualTo(expected, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"0,3.6", "0.45,19.426", "-0.45,4.0323", "-0.20,1.8000", "-0.1814,1.7813"})
    void joules_follow_the_published_polynomial(double slope, double expected) {
        assertThat(EnergyCost.joulesPerKilogramMetre(slope)).isEqualTo(expected, within(5e-4));
    }

    @ParameterizedTest
    @CsvSource({"0.45,18.93,1.74", "-0.20,1.73,0.36", "-0.45,3.92,0.81"})
    void it_lies_within_one_standard_deviation_of_what_was_measured(double slope, double measured, double deviation) {
        assertThat(EnergyCost.joulesPerKilogramMetre(slope)).isEqualTo(measured, within(deviation));
    }

    @Test
    void running_is_cheapest_on_a_descent_of_18_percent() {
        int cheapest = IntStream.rangeClosed(-4500, 4500)
                .boxed()
                .min((a, b) -> Double.compare(
                        EnergyCost.joulesPerKilogramMetre(a / 1e4), EnergyCost.joulesPerKilogramMetre(b / 1e4)))
                .orElseThrow();
        assertThat(cheapest / 1e4).isEqualTo(-0.1814, within(1e-4));
    }

    @Test
    void steeper_than_measured_is_as_the_steepest_measured() {
        assertThat(EnergyCost.joulesPerKilogramMetre(0.6)).isEqualTo(EnergyCost.joulesPerKilogramMetre(0.45));
    }
}
