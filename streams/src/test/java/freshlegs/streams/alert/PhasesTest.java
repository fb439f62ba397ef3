package freshlegs.streams.alert;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.fact.PlannedPhase.Phase;
import freshlegs.streams.SomeFacts;
import freshlegs.streams.rule.Rules;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhasesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final SomeFacts ANN = SomeFacts.of("ann");

    private static PlannedPhase phase(Phase phase, int from, int to) {
        return ANN.phase(DAY.plusDays(from), DAY.plusDays(to), phase, 0, false);
    }

    private static Phases after(int days, PlannedPhase... stated) {
        Phases phases = Phases.NONE;
        for (int day = 0; day <= days; day++) {
            LocalDate today = DAY.plusDays(day);
            phases = phases.next(
                    List.of(stated).stream()
                            .filter(one -> one.localDate().equals(today))
                            .toList(),
                    today);
        }
        return phases;
    }

    @Test
    void a_hard_block_holds_on_its_days_and_tires_for_three_days_more() {
        for (int day = 0; day <= 12; day++) {
            Phases phases = after(day, phase(Phase.BLOCK, 2, 8));
            assertThat(phases.on(DAY.plusDays(day)).isPresent()).isEqualTo(day >= 2 && day <= 8);
            assertThat(phases.isMeantToTire(DAY.plusDays(day), Rules.published()))
                    .isEqualTo(day >= 2 && day <= 11);
        }
        assertThat(after(8, phase(Phase.BLOCK, 2, 8)).said(DAY.plusDays(8), Rules.published()))
                .contains("Planned hard block until 2026-03-10");
        assertThat(after(9, phase(Phase.BLOCK, 2, 8)).said(DAY.plusDays(9), Rules.published()))
                .contains("Planned hard block ended on 2026-03-10");
        assertThat(after(12, phase(Phase.BLOCK, 2, 8)).said(DAY.plusDays(12), Rules.published()))
                .isEmpty();
    }

    @Test
    void of_phases_that_overlap_the_one_that_began_last_holds() {
        Phases away = after(5, phase(Phase.BLOCK, 0, 9), phase(Phase.AWAY, 4, 6));

        assertThat(away.said(DAY.plusDays(5), Rules.published())).contains("Away as planned until 2026-03-08");
        assertThat(away.isMeantToTire(DAY.plusDays(5), Rules.published())).isFalse();
        assertThat(away.isMeantToTire(DAY.plusDays(7), Rules.published())).isTrue();
    }

    @Test
    void what_is_stated_before_a_season_begins_holds_on_its_first_day_and_what_is_cancelled_never_does() {
        assertThat(Phases.NONE.next(List.of(phase(Phase.TAPER, -3, 4)), DAY).said(DAY, Rules.published()))
                .contains("Planned taper until 2026-03-06");
        assertThat(Phases.NONE.next(List.of(ANN.phase(DAY, DAY.plusDays(4), Phase.TAPER, 1, true)), DAY))
                .isEqualTo(Phases.NONE);
    }

    @Test
    void what_is_long_over_is_forgotten() {
        assertThat(after(40, phase(Phase.BLOCK, 2, 8), phase(Phase.TAPER, 10, 12)))
                .isEqualTo(Phases.NONE);
    }
}
