package freshlegs.streams.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MedianTest {

    @Test
    void the_median_is_the_middle_or_the_mean_of_both_middles() {
        assertThat(Median.of(3, 1, 2)).isEqualTo(2);
        assertThat(Median.of(4, 1, 3, 2)).isEqualTo(2.5);
    }

    @Test
    void any_guess_gives_the_same_median() {
        Random random = new Random(11);
        for (int turn = 0; turn < 2000; turn++) {
            double[] numbers = new double[1 + random.nextInt(60)];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = turn % 2 == 0 ? Math.abs(random.nextGaussian()) : random.nextInt(4);
            }
            double median = Median.of(numbers);

            assertThat(Median.near(median, numbers)).isEqualTo(median);
            assertThat(Median.near(median * (0.9 + 0.2 * random.nextDouble()), numbers))
                    .isEqualTo(median);
            assertThat(Median.near(0, numbers)).isEqualTo(median);
        }
    }
}
