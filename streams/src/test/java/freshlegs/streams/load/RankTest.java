package freshlegs.streams.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankTest {

    @Test
    void a_rank_holds_what_sorting_would_put_there() {
        Random random = new Random(7);
        for (int turn = 0; turn < 2000; turn++) {
            double[] numbers = new double[1 + random.nextInt(90)];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = turn % 2 == 0 ? random.nextGaussian() : random.nextInt(4);
            }
            int count = 1 + random.nextInt(numbers.length);
            int before = random.nextInt(count);
            double[] sorted = numbers.clone();
            Arrays.sort(sorted, 0, count);

            assertThat(Rank.of(before, numbers.clone(), count)).isEqualTo(sorted[before]);
        }
    }
}
