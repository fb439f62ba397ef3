package freshlegs.streams.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SumTest {

    @Test
    void a_sum_loses_nothing_that_plain_addition_does() {
        double[] tenths = new double[1000];
        Arrays.fill(tenths, 0.1);

        assertThat(Sum.of(tenths)).isEqualTo(100);
        assertThat(Sum.of(1e16, 1, 1)).isEqualTo(1e16 + 2);
    }

    @Test
    void a_sum_is_within_two_ulps_of_the_true_one() {
        Random random = new Random(5);
        for (int turn = 0; turn < 200; turn++) {
            double[] numbers = random.doubles(100, 30, 70).toArray();
            BigDecimal exact =
                    Arrays.stream(numbers).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);

            assertThat(Sum.of(numbers)).isCloseTo(exact.doubleValue(), within(2 * Math.ulp(exact.doubleValue())));
        }
    }

    @Test
    void a_mean_and_squares_of_numbers_worked_by_hand() {
        assertThat(Sum.mean(1, 2, 6)).isEqualTo(3);
        assertThat(Sum.mean()).isZero();
        assertThat(Sum.squares(3, 1, 2, 6)).isEqualTo(14);
    }
}
