package freshlegs.streams.alert;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.CheckIn.Symptom;
import freshlegs.streams.rule.Rules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HealthRuleTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void a_fever_is_illness_at_once_and_ends_when_two_check_ins_deny_it() {
        List<Boolean> ill = illness(List.of(told(Symptom.FEVER), told(), told(), told()), false);

        assertThat(ill).containsExactly(true, true, false, false);
    }

    @Test
    void silence_after_a_fever_is_no_recovery_for_a_week() {
        List<Symptoms> days = new ArrayList<>(List.of(told(Symptom.FEVER)));
        for (int day = 0; day < 7; day++) {
            days.add(silent());
        }

        assertThat(illness(days, false)).containsExactly(true, true, true, true, true, true, true, false);
    }

    @Test
    void one_jump_of_the_resting_heart_rate_is_no_illness_but_two_are() {
        assertThat(illness(List.of(silent()), true)).containsExactly(false);
        assertThat(illness(List.of(silent(), silent()), true)).containsExactly(false, true);
    }

    @Test
    void chest_pain_stands_until_it_was_denied_for_two_weeks() {
        AlertHistory past = new AlertHistory(List.of());
        int stopped = 0;
        for (int day = 0; day < 20; day++) {
            LocalDate date = DAY.plusDays(day);
            Optional<Latch> danger =
                    HealthRule.danger(past, day == 0 ? told(Symptom.CHEST_PAIN) : told(), date, Rules.published());
            stopped += danger.isPresent() ? 1 : 0;
            past = past.with(day(date, false, Optional.empty(), danger));
        }
        assertThat(stopped).isEqualTo(14);
    }

    private static List<Boolean> illness(List<Symptoms> days, boolean jump) {
        AlertHistory past = new AlertHistory(List.of());
        List<Boolean> ill = new ArrayList<>();
        for (int day = 0; day < days.size(); day++) {
            LocalDate date = DAY.plusDays(day);
            Optional<Latch> latch = HealthRule.illness(past, days.get(day), jump, date, Rules.published());
            ill.add(latch.isPresent());
            past = past.with(day(date, jump, latch, Optional.empty()));
        }
        return ill;
    }

    private static AlertDay day(LocalDate date, boolean jump, Optional<Latch> illness, Optional<Latch> danger) {
        return new AlertDay(
                date,
                Votes.none(),
                false,
                false,
                jump,
                Optional.empty(),
                illness,
                danger,
                Optional.empty(),
                Phases.NONE);
    }

    private static Symptoms told(Symptom... symptoms) {
        return new Symptoms(Set.of(symptoms), false, true);
    }

    private static Symptoms silent() {
        return new Symptoms(Set.of(), false, false);
    }
}
