package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutcomesTest {
    @Test
    void what_was_read_counts_before_its_outcome_is_there_but_for_the_last_step() {
        assertThat(Outcomes.reached(0, 0, 1)).isZero();
        assertThat(Outcomes.reached(0, 640, 2_002)).isEqualTo(640);
        assertThat(Outcomes.reached(0, 2_002, 2_002)).isEqualTo(2_001);
        assertThat(Outcomes.reached(2_002, 2_002, 2_002)).isEqualTo(2_002);
        assertThat(Outcomes.reached(700, 640, 2_002)).isEqualTo(700);
    }
}
