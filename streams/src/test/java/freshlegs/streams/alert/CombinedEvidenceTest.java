package freshlegs.streams.alert;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.result.Domain.Name;
import freshlegs.streams.alert.CombinedEvidence.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked by hand. */
class CombinedEvidenceTest {
    private static final double STRAY = 0.475;

    @Test
    void one_domain_counts_in_the_standard_deviations_of_its_chart() {
        CombinedEvidence one = CombinedEvidence.of(List.of(new Part(Name.SUBJECTIVE, 1.2, 1, STRAY)));

        assertThat(one.worse()).isEqualTo(2.53); // 1.2 / 0.475
        assertThat(one.apart()).isEqualTo(2.53);
    }

    @Test
    void domains_that_tend_to_move_together_count_for_less_when_they_do_and_for_more_when_they_part() {
        CombinedEvidence both = CombinedEvidence.of(
                List.of(new Part(Name.SUBJECTIVE, 1.2, 1, STRAY), new Part(Name.RESTING_HEART_RATE, 0.9, 0.6, STRAY)));

        // 1.74 / (0.475 sqrt(1 + 0.36 + 2 * 0.25 * 0.6)), and 0.66 / (0.475 sqrt(1.36 - 0.3))
        assertThat(both.worse()).isEqualTo(2.84);
        assertThat(both.apart()).isEqualTo(1.35);
    }

    @Test
    void a_calmer_heart_with_worse_feeling_and_performance_is_seen_only_apart() {
        CombinedEvidence apart = CombinedEvidence.of(List.of(
                new Part(Name.SUBJECTIVE, 1.4, 1, STRAY),
                new Part(Name.HRV, -1.1, 0.5, STRAY),
                new Part(Name.PERFORMANCE, 1.3, 0.5, 0.75)));

        // heart against the rest: 2.6 / sqrt(0.2256 + 0.0564 + 0.1406 - 2 * 0.0282 + 2 * 0.0178 - 2 * 0.0089)
        assertThat(apart.apart()).isEqualTo(4.2);
        assertThat(apart.worse()).isLessThan(2.3);
    }

    @Test
    void nothing_known_is_no_evidence() {
        assertThat(CombinedEvidence.of(List.<Part>of())).isEqualTo(new CombinedEvidence(0, 0));
    }
}
