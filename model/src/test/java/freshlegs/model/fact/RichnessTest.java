package freshlegs.model.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RichnessTest {
    private static final Comparator<Richness> PART_BY_PART = Comparator.comparing(Richness::format)
            .thenComparing(Richness::whole)
            .thenComparing(Richness::minutesWithHeartRate)
            .thenComparing(Richness::kindsMeasured)
            .thenComparing(Richness::samples);

    private static final List<Format> FORMATS = List.of(Format.values());

    private final Random random = new Random(20261125);

    private Richness any() {
        return new Richness(
                FORMATS.get(random.nextInt(FORMATS.size())),
                random.nextBoolean(),
                random.nextInt(10_001),
                random.nextInt(Samples.COLUMNS + 1),
                random.nextInt(Samples.MAX_SIZE + 1));
    }

    @Test
    void the_rank_says_it_all() {
        for (int i = 0; i < 1000; i++) {
            Richness richness = any();
            assertThat(Richness.ofRank(richness.rank())).isEqualTo(richness);
        }
    }

    @Test
    void ranks_compare_as_the_parts_do() {
        for (int i = 0; i < 1000; i++) {
            Richness one = any();
            Richness other = any();
            assertThat(Integer.signum(Long.compare(one.rank(), other.rank())))
                    .isEqualTo(Integer.signum(PART_BY_PART.compare(one, other)));
        }
    }
}
