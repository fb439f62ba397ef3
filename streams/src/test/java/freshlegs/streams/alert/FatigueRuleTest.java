package freshlegs.streams.alert;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.Status;
import freshlegs.model.result.Domain.Name;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.RulesText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The vote, the latch, its clearing and what is left when data is missing. The two-key vote as first written down stands on whole limits,
 * three of five days and no weight of evidence; the published rules go on from there.
 */
class FatigueRuleTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Rules FIRST = RulesText.read("""
            fatigue.key = 1.0
            fatigue.together = 0
            fatigue.apart = 0
            fatigue.untold = 0
            fatigue.agree-on-days = 3
            fatigue.agree-of-days = 5
            fatigue.markers-on-days = 4
            fatigue.markers-of-days = 6
            """, "as first written");

    @Test
    void feeling_and_a_marker_or_performance_and_anything_else_turn_the_keys() {
        for (int turn = 0; turn < 64; turn++) {
            boolean s = (turn & 1) > 0;
            boolean r = (turn & 2) > 0;
            boolean v = (turn & 4) > 0;
            boolean e = (turn & 8) > 0;
            boolean d = (turn & 16) > 0 && !v;
            boolean p = (turn & 32) > 0;
            ASignal signal = ASignal.usual()
                    .chart(Name.SUBJECTIVE, s ? 1.1 : 0.9)
                    .chart(Name.RESTING_HEART_RATE, r ? 1.1 : 0.9)
                    .chart(Name.HRV, v ? 1.1 : d ? -1.4 : 0.9)
                    .chart(Name.EXERCISE_HEART_RATE, e ? 1 : 0.8);

            boolean raw = Votes.of((p ? signal.slow() : signal).on(DAY), FIRST).twoKeys();

            assertThat(raw).as("turn " + turn).isEqualTo((s && (r || v || e || d)) || (p && (s || r || v || e)));
        }
    }

    @Test
    void three_of_five_days_are_amber_and_two_are_not() {
        assertThat(first(worse(), usual(), worse(), usual(), usual())).containsOnly(Status.GREEN);
        assertThat(first(worse(), usual(), worse(), usual(), worse()))
                .containsExactly(Status.GREEN, Status.GREEN, Status.GREEN, Status.GREEN, Status.AMBER);
    }

    @Test
    void amber_clears_when_the_keys_disagree_on_five_of_seven_days_and_the_feeling_is_back() {
        List<ASignal> days = days(3, worse());
        days.addAll(days(6, usual()));

        assertThat(first(days))
                .endsWith(Status.AMBER, Status.AMBER, Status.AMBER, Status.AMBER, Status.GREEN, Status.GREEN);
    }

    @Test
    void amber_stands_while_the_athlete_still_feels_worse() {
        List<ASignal> days = days(3, worse());
        days.addAll(days(12, ASignal.usual().chart(Name.SUBJECTIVE, 0.6)));

        assertThat(first(days).subList(2, 15)).containsOnly(Status.AMBER);
    }

    @Test
    void red_needs_seven_days_of_agreement_and_both_feeling_and_performance() {
        List<Status> slow = first(days(10, worse().slow()));

        assertThat(first(days(20, worse()))).doesNotContain(Status.RED);
        assertThat(slow.indexOf(Status.AMBER)).isEqualTo(2);
        assertThat(slow.indexOf(Status.RED)).isEqualTo(2 + 6);
    }

    @Test
    void red_clears_after_a_week_and_a_session_on_target() {
        List<ASignal> days = days(9, worse().slow());
        days.addAll(days(15, usual()));
        assertThat(first(days)).endsWith(Status.RED);

        days.set(12, ASignal.usual().session(0.4));
        List<Status> told = first(days);

        assertThat(told.lastIndexOf(Status.RED)).isEqualTo(8 + 6);
        assertThat(told).endsWith(Status.GREEN);
    }

    @Test
    void without_check_ins_two_markers_must_agree_on_four_of_six_days() {
        ASignal two = untold().chart(Name.RESTING_HEART_RATE, 1.1).chart(Name.HRV, 1.1);
        ASignal one = untold().chart(Name.RESTING_HEART_RATE, 1.1);

        assertThat(first(two, two, one, two, one, two)).endsWith(Status.GREEN, Status.AMBER);
        assertThat(first(two, two, one, two, one, one)).doesNotContain(Status.AMBER);
        assertThat(first(days(20, one))).doesNotContain(Status.AMBER);
    }

    @Test
    void without_check_ins_slow_sessions_and_a_marker_must_agree_on_three_of_five_days() {
        ASignal both = untold().chart(Name.HRV, 1.1).slow();

        assertThat(first(both, untold(), both, both)).endsWith(Status.GREEN, Status.AMBER);
    }

    @Test
    void four_of_seven_mornings_are_enough_to_ask_the_athlete() {
        List<ASignal> days = days(4, usual());
        days.addAll(days(3, untold()));
        List<AlertDay> told = fold(days, FIRST);

        assertThat(told.get(6).lowConfidence()).isFalse();
        days.add(untold());
        assertThat(fold(days, FIRST).get(7).lowConfidence()).isTrue();
    }

    @Test
    void as_published_half_a_limit_turns_the_second_key_when_all_together_are_far_enough() {
        ASignal leaning = ASignal.usual().chart(Name.SUBJECTIVE, 2.6).chart(Name.HRV, 0.55);
        ASignal notFarEnough = ASignal.usual().chart(Name.SUBJECTIVE, 1.2).chart(Name.HRV, 0.55);
        ASignal alone = ASignal.usual().chart(Name.SUBJECTIVE, 3).chart(Name.HRV, 0.3);
        ASignal nobodyVotes = ASignal.usual()
                .chart(Name.SUBJECTIVE, 0.99)
                .chart(Name.RESTING_HEART_RATE, 0.99)
                .chart(Name.HRV, 0.99)
                .chart(Name.EXERCISE_HEART_RATE, 0.89);

        assertThat(published(leaning, usual(), leaning)).endsWith(Status.GREEN, Status.AMBER);
        assertThat(published(notFarEnough, notFarEnough, notFarEnough)).containsOnly(Status.GREEN);
        assertThat(published(alone, alone, alone)).containsOnly(Status.GREEN);
        assertThat(published(nobodyVotes, nobodyVotes, nobodyVotes)).containsOnly(Status.GREEN);
    }

    private static ASignal worse() {
        return ASignal.usual().chart(Name.SUBJECTIVE, 1.2).chart(Name.RESTING_HEART_RATE, 1.2);
    }

    private static ASignal usual() {
        return ASignal.usual();
    }

    private static ASignal untold() {
        return ASignal.usual().untold();
    }

    private static List<ASignal> days(int count, ASignal signal) {
        return new ArrayList<>(Collections.nCopies(count, signal));
    }

    private static List<Status> first(ASignal... days) {
        return first(List.of(days));
    }

    private static List<Status> first(List<ASignal> days) {
        return statuses(days, FIRST);
    }

    private static List<Status> published(ASignal... days) {
        return statuses(List.of(days), Rules.published());
    }

    private static List<Status> statuses(List<ASignal> days, Rules rules) {
        return fold(days, rules).stream()
                .map(day -> day.fatigue().map(FatigueLatch::status).orElse(Status.GREEN))
                .toList();
    }

    /** Every day after mornings on which the athlete checked in, unless the first one is without. */
    private static List<AlertDay> fold(List<ASignal> days, Rules rules) {
        AlertHistory past = new AlertHistory(List.of());
        for (int i = -7; i < days.size(); i++) {
            LocalDate date = DAY.plusDays(i);
            ASignal signal = i >= 0 ? days.get(i) : days.get(0).atRest();
            past = past.with(Judgement.alertDay(
                    past, signal.on(date), false, false, Optional.empty(), Optional.empty(), Phases.NONE, date, rules));
        }
        return past.days().subList(7, 7 + days.size());
    }
}
