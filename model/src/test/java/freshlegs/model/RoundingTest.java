package freshlegs.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundingTest {

    @Test
    void a_tie_of_the_decimal_form_goes_away_from_zero() {
        assertThat(Rounding.to(2, 1.005)).isEqualTo(1.01);
        assertThat(Rounding.to(1, 0.25)).isEqualTo(0.3);
        assertThat(Rounding.to(1, -0.25)).isEqualTo(-0.3);
        assertThat(Rounding.to(0, 2.5)).isEqualTo(3);
        assertThat(Rounding.to(2, 2.675)).isEqualTo(2.68);
    }

    @Test
    void zero_has_no_sign() {
        assertThat(Double.doubleToRawLongBits(Rounding.to(1, -0.04))).isZero();
        assertThat(Double.doubleToRawLongBits(Rounding.to(1, -0.0))).isZero();
    }

    @Test
    void the_short_way_gives_the_same_bits_as_the_decimal_definition() {
        Random random = new Random(3);
        for (int i = 0; i < 200_000; i++) {
            int decimals = random.nextInt(7);
            double magnitude = Math.pow(10, random.nextInt(12) - 3);
            double number = (random.nextDouble() - 0.5) * magnitude;
            double tie = (Math.floor(number * 100) + 0.5) / Math.pow(10, decimals);
            double beside = random.nextBoolean() ? Math.nextUp(tie) : Math.nextDown(tie);
            for (double each : new double[] {number, tie, beside}) {
                assertThat(Double.doubleToRawLongBits(Rounding.to(decimals, each)))
                        .as("%s to %s decimals", each, decimals)
                        .isEqualTo(Double.doubleToRawLongBits(Rounding.exactly(decimals, each)));
            }
        }
    }

    @Test
    void what_is_no_number_is_refused() {
        assertThatThrownBy(() -> Rounding.to(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
