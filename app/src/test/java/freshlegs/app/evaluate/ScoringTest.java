package freshlegs.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.app.labelled.Cause;
import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import freshlegs.model.fact.CheckIn.Symptom;
import freshlegs.model.result.Episode;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.season.SeasonDay;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Hand-made alarms against hand-made labels on 200 days; the season's own days do not matter. */
class ScoringTest {
    private static final int DAYS = 200;
    private static final int ONSET = 120;
    private static final int LAST = 140;

    @Test
    void an_alarm_one_day_before_the_onset_is_false() {
        Tally tally = tally(alarm(ONSET - 1, ONSET - 1));

        assertThat(tally.falseAmbers()).isEqualTo(1);
        assertThat(tally.delays(Cause.SEVERE).within(21)).isZero();
    }

    @Test
    void an_alarm_on_the_onset_is_right_and_has_no_delay() {
        Tally tally = tally(alarm(ONSET, ONSET));

        assertThat(tally.falseAmbers()).isZero();
        assertThat(tally.delays(Cause.SEVERE).within(1)).isEqualTo(1);
        assertThat(tally.delays(Cause.SEVERE).median()).hasValue(0);
    }

    @Test
    void an_alarm_that_stood_before_counts_as_seen_and_as_false_and_is_told() {
        Tally tally = tally(alarm(ONSET - 3, ONSET + 3));

        assertThat(tally.falseAmbers()).isEqualTo(1);
        assertThat(tally.delays(Cause.SEVERE).within(7)).isEqualTo(1);
        assertThat(tally.delays(Cause.SEVERE).openAtOnset()).isEqualTo(1);
    }

    @Test
    void the_fourteenth_day_counts_for_fourteen_and_the_fifteenth_does_not() {
        Delays fourteenth = tally(alarm(ONSET + 13, ONSET + 20)).delays(Cause.SEVERE);
        Delays fifteenth = tally(alarm(ONSET + 14, ONSET + 20)).delays(Cause.SEVERE);

        assertThat(fourteenth.within(7)).isZero();
        assertThat(fourteenth.within(14)).isEqualTo(1);
        assertThat(fifteenth.within(14)).isZero();
        assertThat(fifteenth.within(21)).isEqualTo(1);
    }

    @Test
    void an_alarm_within_the_recovery_is_neither_false_nor_a_detection() {
        Tally last = tally(alarm(LAST + Truth.RECOVERY_DAYS, LAST + 30));
        Tally later = tally(alarm(LAST + Truth.RECOVERY_DAYS + 1, LAST + 30));

        assertThat(last.falseAmbers()).isZero();
        assertThat(later.falseAmbers()).isEqualTo(1);
        assertThat(last.delays(Cause.SEVERE).within(21)).isZero();
    }

    @Test
    void an_alarm_in_the_warm_up_is_counted_apart() {
        Tally last = tally(alarm(Truth.WARM_UP_DAYS - 1, 70));
        Tally first = tally(alarm(Truth.WARM_UP_DAYS, 70));

        assertThat(last.falseAmbers()).isZero();
        assertThat(last.ambersInWarmUp()).isEqualTo(1);
        assertThat(first.falseAmbers()).isEqualTo(1);
        assertThat(first.ambersInWarmUp()).isZero();
    }

    @Test
    void sound_days_are_those_after_the_warm_up_outside_label_and_recovery() {
        Tally tally = tally(alarm(60, 69));

        assertThat(tally.judgedDays()).isEqualTo(DAYS - Truth.WARM_UP_DAYS);
        assertThat(tally.soundDays()).isEqualTo(DAYS - Truth.WARM_UP_DAYS - 21 - Truth.RECOVERY_DAYS);
        assertThat(tally.alarmDays()).isEqualTo(10);
        assertThat(tally.soundYears()).isCloseTo(109 / 365.25, within(1e-9));
    }

    @Test
    void an_alarm_that_turns_red_on_a_sound_day_is_a_false_red() {
        Alarms alarms = new Alarms(days(60, 90), List.of(60), List.of(80));
        Alarms rightly = new Alarms(days(118, 130), List.of(118), List.of(127));

        assertThat(tally(alarms).falseReds()).isEqualTo(1);
        assertThat(tally(rightly).falseReds()).isZero();
        assertThat(tally(rightly).falseAmbers()).isEqualTo(1);
    }

    @Test
    void a_label_whose_three_weeks_the_history_does_not_hold_is_no_case() {
        History cutShort = history(new ALabelledAthlete().label(180, 199, Cause.MODERATE));
        History whole = history(new ALabelledAthlete().label(179, 199, Cause.MODERATE));

        assertThat(new Truth(cutShort).cases(Delays.LATEST_DAYS)).isEmpty();
        assertThat(new Truth(whole).cases(Delays.LATEST_DAYS)).hasSize(1);
    }

    @Test
    void confounders_are_sound() {
        History history = history(new ALabelledAthlete()
                .label(0, DAYS - 1, Cause.NONE)
                .label(100, 104, Cause.ILLNESS)
                .label(110, 119, Cause.BLOCK));

        assertThat(new Truth(history).soundDays().cardinality()).isEqualTo(DAYS - Truth.WARM_UP_DAYS);
    }

    @Test
    void half_of_all_cases_seen_is_the_median_and_fewer_have_none() {
        Delays seen = Delays.of(alarm(10, 20), 5).plus(Delays.of(alarm(10, 20), 8));
        Delays unseen = Delays.of(new Alarms(new BitSet(), List.of(), List.of()), 5);

        assertThat(seen.median()).hasValue(2);
        assertThat(seen.plus(unseen).median()).hasValue(5);
        assertThat(seen.plus(unseen).plus(unseen).plus(unseen).median()).isEmpty();
        assertThat(seen.plus(unseen).count()).isEqualTo(3);
        assertThat(Delays.NONE.median()).isEmpty();
    }

    @Test
    void a_rule_that_judges_days_raises_a_new_alarm_after_seven_silent_ones() {
        BitSet days = new BitSet();
        days.set(10);
        days.set(17);
        days.set(25);

        assertThat(Alarms.on(days).ambers()).containsExactly(10, 25);
        assertThat(Alarms.on(days).standsOn(12)).isFalse();
    }

    @Test
    void an_illness_is_called_by_what_begins_in_it_or_a_week_later() {
        History history = history(new ALabelledAthlete()
                .label(100, 104, Cause.ILLNESS)
                .label(150, 154, Cause.ILLNESS)
                .feels(101, 5, Symptom.FEVER));
        Truth truth = new Truth(history);
        List<Episode> episodes = List.of(
                episode(Episode.Cause.ILLNESS, 101, 106),
                episode(Episode.Cause.FATIGUE, 111, 120),
                episode(Episode.Cause.FATIGUE, 162, 170));

        Tally tally = Tally.of(history, truth, alarm(0, 0), episodes);

        assertThat(tally.calls().get(Calls.ILLNESS_TOLD)).isEqualTo(new Calls(1, 0, 0, 1));
        assertThat(tally.calls().get(Calls.ILLNESS_UNTOLD)).isEqualTo(new Calls(1, 0, 0, 0));
    }

    @Test
    void an_episode_is_one_alarm_from_its_first_day_to_its_last_however_often_it_is_told() {
        History plain = history(new ALabelledAthlete());
        List<SeasonDay> days = new ArrayList<>(plain.days());
        days.set(80, with(days.get(80), episode(Episode.Cause.FATIGUE, 80, 80)));
        days.set(
                81, with(days.get(81), episode(Episode.Cause.FATIGUE, 80, 81), episode(Episode.Cause.ILLNESS, 81, 81)));
        days.set(82, with(days.get(82), red(80, 82, 82)));

        History history = new History(plain.athlete(), days);
        Alarms alarms = Detector.alarms(history);

        assertThat(alarms.ambers()).containsExactly(80);
        assertThat(alarms.reds()).containsExactly(82);
        assertThat(alarms.days()).isEqualTo(days(80, 82));
        assertThat(Found.in(history))
                .containsExactly(
                        new Found(AthleteId.of("anna"), Status.RED, ALabelledAthlete.date(80), Optional.empty()));
        assertThat(Found.in(history).get(0).toCsv()).isEqualTo("anna,RED,2026-03-26,");
    }

    private static Tally tally(Alarms alarms) {
        History history = history(new ALabelledAthlete().label(ONSET, LAST, Cause.SEVERE));
        return Tally.of(history, new Truth(history), alarms, List.of());
    }

    private static History history(ALabelledAthlete athlete) {
        return History.of(athlete.night(0, 50, 60).night(DAYS - 1, 50, 60).athlete(), Rules.published());
    }

    private static Alarms alarm(int from, int to) {
        return new Alarms(days(from, to), List.of(from), List.of());
    }

    private static BitSet days(int from, int to) {
        BitSet days = new BitSet();
        days.set(from, to + 1);
        return days;
    }

    private static SeasonDay with(SeasonDay day, Episode... episodes) {
        return new SeasonDay(
                day.athlete(),
                day.date(),
                day.trend(),
                day.status(),
                List.of(episodes),
                day.load(),
                day.signal(),
                day.alert(),
                day.plan(),
                day.activities(),
                day.qualities(),
                day.review());
    }

    private static Episode red(int first, int turned, int last) {
        return episode(
                Episode.Cause.FATIGUE,
                first,
                last,
                Status.RED,
                new Episode.Step(Status.AMBER, ALabelledAthlete.date(first)),
                new Episode.Step(Status.RED, ALabelledAthlete.date(turned)));
    }

    private static Episode episode(Episode.Cause cause, int first, int last) {
        return episode(cause, first, last, Status.AMBER, new Episode.Step(Status.AMBER, ALabelledAthlete.date(first)));
    }

    private static Episode episode(Episode.Cause cause, int first, int last, Status status, Episode.Step... steps) {
        return new Episode(
                AthleteId.of("anna"),
                cause,
                ALabelledAthlete.date(first),
                ALabelledAthlete.date(last),
                true,
                status,
                "why",
                false,
                List.of(steps),
                List.of(),
                List.of(),
                List.of(),
                "",
                Episode.Confidence.UNTOLD,
                "",
                List.of(),
                "",
                List.of(),
                "1");
    }
}
