package freshlegs.streams.signal;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.streams.rule.Rules;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Usual is 50 bpm with a spread of 2. */
class RestingSurgeTest {
    private static final Rules RULES = Rules.published();
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);

    @Test
    void two_mornings_far_above_usual_are_a_surge_and_one_is_none() {
        assertThat(surge(50, 50, 57)).isFalse();
        assertThat(surge(50, 55, 55)).isTrue();
        assertThat(surge(50, 54, 54)).isFalse();
        assertThat(surge(55, 55, 50)).isFalse();
    }

    @Test
    void what_lasts_longer_than_a_week_is_evidence_after_all() {
        assertThat(surge(50, 56, 56, 56, 56, 56, 56, 56, 56)).isTrue();
        assertThat(surge(50, 56, 56, 56, 56, 56, 56, 56, 56, 56)).isFalse();
    }

    private static boolean surge(double... lately) {
        Series mornings = new Series(60 + lately.length);
        long today = TODAY.toEpochDay();
        for (int back = 60; back >= lately.length; back--) {
            mornings.add(today - back, back % 2 == 0 ? 52 : 48);
        }
        for (int i = 0; i < lately.length; i++) {
            mornings.add(today - lately.length + 1 + i, lately[i]);
        }
        BaselineWindow window = BaselineWindow.endingBefore(TODAY, RULES);
        Baseline usual = Baseline.of(mornings, window, RULES);
        return RestingSurge.on(today, mornings, usual, 1.5, RULES);
    }
}
