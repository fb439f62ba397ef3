package freshlegs.app.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freshlegs.app.labelled.AnswerRow;
import freshlegs.app.labelled.Cause;
import freshlegs.app.labelled.LabelledAthlete;
import freshlegs.app.labelled.NightRow;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorldTest {
    private static final int DAYS = 120;

    @Test
    void the_same_seed_gives_the_same_athletes() {
        assertThat(World.sound(7, 5, DAYS).toList())
                .isEqualTo(World.sound(7, 5, DAYS).toList());
        assertThat(World.overreached(7, Cause.SEVERE, 3).toList())
                .isEqualTo(World.overreached(7, Cause.SEVERE, 3).toList());
    }

    @Test
    void an_athlete_depends_neither_on_the_others_nor_on_the_order() {
        List<LabelledAthlete> squad = World.sound(7, 12, DAYS).toList();
        List<LabelledAthlete> backwards = IntStream.rangeClosed(1, 12)
                .map(number -> 13 - number)
                .mapToObj(number -> World.of(7).soundAthlete(number, DAYS))
                .collect(Collectors.toList());

        assertThat(World.sound(7, 12, DAYS).parallel().toList()).isEqualTo(squad);
        assertThat(World.sound(7, 4, DAYS).toList()).isEqualTo(squad.subList(0, 4));
        Collections.reverse(backwards);
        assertThat(backwards).isEqualTo(squad);
    }

    @Test
    void another_seed_another_athlete_and_another_cause_have_other_noise() {
        Stream<List<NightRow>> nights = Stream.of(
                        World.of(7).soundAthlete(1, DAYS),
                        World.of(8).soundAthlete(1, DAYS),
                        World.of(7).soundAthlete(2, DAYS),
                        World.of(7).overreachedAthlete(Cause.SEVERE, 1),
                        World.of(7).overreachedAthlete(Cause.MODERATE, 1))
                .map(LabelledAthlete::nights);

        assertThat(nights).doesNotHaveDuplicates();
    }

    @Test
    void more_days_only_add_to_what_was_told_of_the_days_before() {
        LabelledAthlete some = World.of(7).soundAthlete(1, DAYS);
        LabelledAthlete more = World.of(7).soundAthlete(1, 2 * DAYS);

        assertThat(more.nights().subList(0, DAYS)).isEqualTo(some.nights());
        assertThat(more.answers()).startsWith(some.answers().toArray(AnswerRow[]::new));
    }

    @Test
    void confounders_can_be_left_out() {
        World calm = World.of(7).without(Confounder.values());

        assertThat(calm.confounders()).isEmpty();
        assertThat(World.of(7).without(Confounder.FLIGHT).confounders())
                .isEqualTo(EnumSet.complementOf(EnumSet.of(Confounder.FLIGHT)));
        assertThat(World.of(7).soundAthlete(1, 365).labels()).hasSizeGreaterThan(3);
        assertThat(calm.soundAthlete(1, 365).labels()).hasSize(1);
    }

    @Test
    void every_number_has_an_identity_and_a_persistence_of_its_own() {
        assertThat(World.sound(7, 3, 1)
                        .map(athlete -> athlete.person().athlete().value()))
                .containsExactly("sound-00001", "sound-00002", "sound-00003");
        assertThat(IntStream.rangeClosed(1, 60)
                        .mapToDouble(number -> World.of(7).persistence(Cause.NONE, number)))
                .contains(0.0, 0.3, 0.5)
                .allMatch(one -> one == 0 || one == 0.3 || one == 0.5);
    }

    @Test
    void more_than_can_be_told_is_refused() {
        assertThatThrownBy(() -> World.sound(7, 100_000, 1)).hasMessageContaining("athletes must lie between");
        assertThatThrownBy(() -> World.of(7).soundAthlete(1, 0)).hasMessageContaining("days must lie between");
    }
}
