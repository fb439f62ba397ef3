package freshlegs.coach.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetellingTest {
    private static final LocalDate TUESDAY = LocalDate.parse("2026-11-24");
    private static final Instant BEFORE = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");
    private static final PlannedEvent SPEED = new PlannedEvent(TUESDAY, "6 × 200 m, 50 min", "Fast and loose.");
    private static final PlannedEvent EASY = new PlannedEvent(TUESDAY, "Easy run, 30 min", "Gently.");

    private static ToldEvent told(PlannedEvent event, boolean cancelled, int sequence) {
        return new ToldEvent(event, cancelled, sequence, BEFORE);
    }

    @Test
    void what_was_never_told_begins_at_nought() {
        assertThat(Retelling.of(List.of(), List.of(SPEED), NOW)).containsExactly(new ToldEvent(SPEED, false, 0, NOW));
    }

    @Test
    void what_is_as_it_was_told_is_not_told_again() {
        assertThat(Retelling.of(List.of(told(SPEED, false, 2)), List.of(SPEED), NOW))
                .isEmpty();
        assertThat(Retelling.of(List.of(told(SPEED, true, 2)), List.of(), NOW)).isEmpty();
    }

    @Test
    void a_change_raises_the_sequence() {
        assertThat(Retelling.of(List.of(told(SPEED, false, 2)), List.of(EASY), NOW))
                .containsExactly(new ToldEvent(EASY, false, 3, NOW));
    }

    @Test
    void a_day_without_its_run_is_cancelled_under_its_old_title_and_comes_back_with_a_higher_sequence() {
        List<ToldEvent> gone = Retelling.of(List.of(told(SPEED, false, 0)), List.of(), NOW);
        assertThat(gone).containsExactly(new ToldEvent(SPEED, true, 1, NOW));

        assertThat(Retelling.of(gone, List.of(SPEED), NOW)).containsExactly(new ToldEvent(SPEED, false, 2, NOW));
    }
}
