package freshlegs.streams.review;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.Status;
import freshlegs.model.fact.PlannedPhase.Phase;
import freshlegs.model.result.WeekReview;
import freshlegs.model.result.WeekReview.Change;
import freshlegs.model.result.WeekReview.Direction;
import freshlegs.model.result.WeekReview.Meaning;
import freshlegs.model.result.WeekReview.Quantity;
import freshlegs.model.result.WeekReview.Shape;
import freshlegs.streams.signal.Item;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ReviewTest {

    /** Weeks of 40, 38, 42 and 36 km: mean 39, squares 20; s^2 = (4 * 3.9^2 + 20) / 7 = 11.55, s = 3.398, 2 s sqrt(1.25) = 7.6. */
    private static SomeWeeks fourWeeks() {
        return usual(new SomeWeeks()
                        .resting(48, 52)
                        .hrv(54, 46)
                        .sleep(7.5, 8.5)
                        .feeling(2, 3)
                        .atPace(1, -1))
                .kilometres(0, 10, 10, 0, 10, 0, 10)
                .weeks(1)
                .kilometres(0, 10, 8, 0, 10, 0, 10)
                .weeks(1)
                .kilometres(0, 10, 12, 0, 10, 0, 10)
                .weeks(1)
                .kilometres(0, 10, 6, 0, 10, 0, 10)
                .weeks(1);
    }

    private static SomeWeeks usual(SomeWeeks weeks) {
        return weeks.keySessions(0);
    }

    private static SomeWeeks usualWeek() {
        return fourWeeks().kilometres(0, 10, 9, 0, 10, 0, 10);
    }

    private static Change of(WeekReview review, Quantity quantity) {
        return review.changes().stream()
                .filter(change -> change.quantity() == quantity)
                .findFirst()
                .orElseThrow();
    }

    private static List<Quantity> named(WeekReview review) {
        return review.changes().stream()
                .filter(change -> change.direction() == Direction.ROSE || change.direction() == Direction.FELL)
                .map(Change::quantity)
                .toList();
    }

    @Test
    void nine_kilometres_more_than_weeks_that_differ_by_two_or_three_are_named() {
        WeekReview review =
                fourWeeks().kilometres(0, 10, 10, 8, 10, 0, 10).weeks(1).review();

        assertThat(of(review, Quantity.DISTANCE))
                .isEqualTo(new Change(
                        Quantity.DISTANCE,
                        "km",
                        Direction.ROSE,
                        Meaning.NEUTRAL,
                        OptionalDouble.of(48),
                        OptionalDouble.of(39),
                        OptionalDouble.of(7.6),
                        OptionalDouble.of(2.65),
                        List.of(
                                LocalDate.of(2026, 2, 3),
                                LocalDate.of(2026, 2, 4),
                                LocalDate.of(2026, 2, 5),
                                LocalDate.of(2026, 2, 6),
                                LocalDate.of(2026, 2, 8)),
                        4));
        assertThat(review.week()).isEqualTo(LocalDate.of(2026, 2, 2));
        assertThat(review.shape()).isEqualTo(Shape.HEAVIER);
        assertThat(review.runs()).hasSize(5).startsWith("2026-02-03-running");
        assertThat(review.summary())
                .isEqualTo("A heavier week: 48 km in 5 runs, 9 more than usual. Everything else as usual.");
        assertThat(review.calmSummary())
                .isEqualTo("You trained more than usual: 48 km in 5 runs, 9 more than usual."
                        + " Everything else was as usual for you.");
        assertThat(review.question()).isEmpty();
    }

    @Test
    void seven_kilometres_more_are_within_the_noise_and_not_named() {
        WeekReview review =
                fourWeeks().kilometres(0, 10, 10, 6, 10, 0, 10).weeks(1).review();

        assertThat(of(review, Quantity.DISTANCE).direction()).isEqualTo(Direction.STEADY);
        assertThat(review.shape()).isEqualTo(Shape.USUAL);
        assertThat(review.summary()).isEqualTo("A week as usual: 46 km in 5 runs. Everything else as usual.");
    }

    /** 14 nights of 48 and 14 of 52: s = sqrt(28 * 4 / 27) = 2.037; 2 s sqrt(1/7 + 1/28) sqrt(1.3 / 0.7) = 2.35. */
    @Test
    void a_resting_heart_rate_three_beats_up_is_named_with_the_nights_it_rests_on() {
        WeekReview review = usualWeek().resting(53).weeks(1).review();

        Change resting = of(review, Quantity.RESTING_HEART_RATE);
        assertThat(resting.direction()).isEqualTo(Direction.ROSE);
        assertThat(resting.meaning()).isEqualTo(Meaning.WORSE);
        assertThat(resting.usual()).hasValue(50);
        assertThat(resting.noise()).hasValue(2.3);
        assertThat(resting.spreads()).hasValue(1.47);
        assertThat(resting.days()).hasSize(7);
        assertThat(resting.before()).isEqualTo(28);
        assertThat(review.summary())
                .isEqualTo("A week as usual: 39 km in 4 runs."
                        + " Resting heart rate 3 bpm above usual; the rest as usual.");
        assertThat(review.calmSummary()).endsWith("Your resting heart rate was a little higher than usual.");
        assertThat(review.question().orElseThrow())
                .isEqualTo(
                        "Pointing the wrong way: resting heart rate. Is there another reason, such as stress, heat or"
                                + " sleep, or would an easier start of the week help?");
        assertThat(named(usualWeek().resting(52).weeks(1).review())).isEmpty();
    }

    /** In logarithms: mean ln sqrt(54 * 46) = ln 49.84, s = 0.0817, error 0.0817 * 0.4226 * 1.3628 = 0.0470, twice it 9.4 %. */
    @Test
    void hrv_is_compared_in_logarithms_and_told_in_milliseconds() {
        Change hrv = of(usualWeek().hrv(44).weeks(1).review(), Quantity.HRV);

        assertThat(hrv.usual()).hasValue(49.8);
        assertThat(hrv.noise()).hasValue(4.7);
        assertThat(hrv.direction()).isEqualTo(Direction.FELL);
        assertThat(hrv.meaning()).isEqualTo(Meaning.WORSE);
    }

    /** One session, spread 2 %: 2 * 2 * sqrt(4/3) = 4.6 %. */
    @Test
    void a_key_session_is_named_slow_from_two_errors_on() {
        assertThat(of(usualWeek().keySessions(4.5).weeks(1).review(), Quantity.KEY_SESSIONS)
                        .direction())
                .isEqualTo(Direction.STEADY);
        Change slow = of(usualWeek().keySessions(4.7).weeks(1).review(), Quantity.KEY_SESSIONS);
        assertThat(slow.direction()).isEqualTo(Direction.ROSE);
        assertThat(slow.meaning()).isEqualTo(Meaning.WORSE);
        assertThat(slow.noise()).hasValue(4.6);
        assertThat(slow.days()).hasSize(1);
    }

    @Test
    void heart_and_feeling_together_ask_for_less_volume_longer_rests_or_a_technical_run() {
        WeekReview review = usualWeek()
                .resting(54)
                .feeling(3, 4)
                .worse(Item.FATIGUE, 1)
                .weeks(1)
                .review();

        assertThat(review.summary())
                .contains("Resting heart rate 4 bpm above usual and check-ins 1.")
                .contains("points worse than usual (fatigue, mood, soreness, stress, sleep quality)");
        assertThat(review.question().orElseThrow())
                .contains("resting heart rate and check-ins", "less volume", "longer rests", "technical run");
        assertThat(review.calmQuestion().orElseThrow())
                .contains("a technical run")
                .doesNotContain("wrong");
        assertThat(review.calmSummary())
                .contains("you felt less fresh than usual")
                .doesNotContain("bpm");
    }

    @Test
    void a_slower_heart_is_no_good_sign_while_the_athlete_feels_worse() {
        assertThat(of(usualWeek().resting(46).weeks(1).review(), Quantity.RESTING_HEART_RATE)
                        .meaning())
                .isEqualTo(Meaning.BETTER);
        WeekReview review = usualWeek().resting(46).feeling(4).weeks(1).review();

        assertThat(of(review, Quantity.RESTING_HEART_RATE).meaning()).isEqualTo(Meaning.NEUTRAL);
        assertThat(review.question().orElseThrow())
                .startsWith("Pointing the wrong way: check-ins and resting heart rate.");
    }

    @Test
    void more_effort_is_nothing_strange_in_a_heavier_week() {
        assertThat(of(usualWeek().effort(6).weeks(1).review(), Quantity.EFFORT).meaning())
                .isEqualTo(Meaning.WORSE);
        assertThat(of(
                                usualWeek()
                                        .effort(6)
                                        .kilometres(0, 12, 14, 8, 12, 0, 16)
                                        .weeks(1)
                                        .review(),
                                Quantity.EFFORT)
                        .meaning())
                .isEqualTo(Meaning.NEUTRAL);
    }

    @Test
    void a_taper_is_a_lighter_week_and_no_trouble() {
        SomeWeeks taper = usualWeek().kilometres(0, 6, 5, 0, 5, 0, 4).weeks(1);

        WeekReview review = taper.reviewBeforeARaceIn(6);

        assertThat(review.shape()).isEqualTo(Shape.LIGHTER);
        assertThat(review.changes()).noneMatch(change -> change.meaning() == Meaning.WORSE);
        assertThat(review.summary())
                .isEqualTo("A lighter week before the race: 20 km in 4 runs, 19 less than usual."
                        + " Everything else as usual.");
        assertThat(review.question()).isEmpty();
        assertThat(taper.review().summary()).startsWith("A lighter week: 20 km");
        assertThat(taper.reviewBeforeARaceIn(40).summary()).startsWith("A lighter week: 20 km");
    }

    @Test
    void a_week_off_is_no_trouble() {
        WeekReview review = usualWeek().kilometres(new double[7]).weeks(1).review();

        assertThat(review.shape()).isEqualTo(Shape.OFF);
        assertThat(review.changes()).noneMatch(change -> change.meaning() == Meaning.WORSE);
        assertThat(review.summary()).isEqualTo("A week without training. Everything else as usual.");
        assertThat(review.question()).isEmpty();
        assertThat(review.runs()).isEmpty();
    }

    @Test
    void what_was_planned_is_called_planned() {
        WeekReview block = usualWeek()
                .kilometres(0, 14, 14, 8, 12, 0, 16)
                .feeling(4)
                .planned(Phase.BLOCK)
                .weeks(1)
                .review();
        WeekReview away = usualWeek()
                .kilometres(new double[7])
                .planned(Phase.AWAY)
                .weeks(1)
                .review();

        assertThat(block.summary()).startsWith("A heavier week of the planned hard block: 64 km in 5 runs");
        assertThat(block.question().orElseThrow()).contains("meant to tire").doesNotContain("less volume");
        assertThat(away.summary()).startsWith("A week without training, away as planned.");
        assertThat(away.question()).isEmpty();
    }

    @Test
    void in_a_light_week_nobody_is_asked_to_train_less() {
        WeekReview review = usualWeek()
                .kilometres(new double[7])
                .resting(56)
                .feeling(5)
                .weeks(1)
                .review();

        assertThat(review.question().orElseThrow())
                .contains("light already", "illness, stress, heat or sleep")
                .doesNotContain("less volume");
    }

    @Test
    void what_was_not_heard_of_is_unknown_and_never_zero() {
        WeekReview review = usualWeek().days(3).missing(4).review();

        assertThat(review.missingDays()).isEqualTo(4);
        assertThat(review.shape()).isEqualTo(Shape.UNKNOWN);
        assertThat(of(review, Quantity.DISTANCE).value()).hasValue(19);
        assertThat(of(review, Quantity.DISTANCE).direction()).isEqualTo(Direction.UNKNOWN);
        assertThat(of(review, Quantity.RESTING_HEART_RATE).direction()).isEqualTo(Direction.UNKNOWN);
        assertThat(review.summary())
                .isEqualTo(
                        "19 km in 2 runs (4 of 7 days not heard of)."
                                + " Everything else as usual; too little known of resting heart rate, HRV, sleep and check-ins.");
    }

    @Test
    void a_sum_that_is_more_than_usual_already_stays_so_whatever_the_missing_days_hold() {
        WeekReview review = usualWeek()
                .kilometres(0, 20, 20, 0, 15, 0, 0)
                .days(6)
                .missing(1)
                .review();

        assertThat(of(review, Quantity.DISTANCE).direction()).isEqualTo(Direction.ROSE);
        assertThat(review.shape()).isEqualTo(Shape.HEAVIER);
        assertThat(review.summary()).contains("1 of 7 days not heard of");
    }

    @Test
    void a_week_of_which_nothing_is_known_has_no_review() {
        assertThat(usualWeek().missing(7).found()).isEmpty();
        assertThat(new SomeWeeks().missing(7).found()).isEmpty();
    }

    @Test
    void the_first_weeks_have_nothing_to_be_compared_with() {
        WeekReview review = usual(
                        new SomeWeeks().kilometres(0, 10, 9, 0, 10, 0, 10).resting(50))
                .weeks(1)
                .review();

        assertThat(review.shape()).isEqualTo(Shape.UNKNOWN);
        assertThat(of(review, Quantity.RESTING_HEART_RATE).value()).hasValue(50);
        assertThat(of(review, Quantity.RESTING_HEART_RATE).usual()).isEmpty();
        assertThat(review.summary())
                .startsWith("39 km in 4 runs, too early to say what is usual. ")
                .contains("too little known of heart rate at pace, resting heart rate, HRV, sleep and check-ins");
    }

    @Test
    void another_watch_is_not_compared_with_the_one_before() {
        WeekReview review = usualWeek().onAnotherWatch().resting(56).weeks(1).review();

        assertThat(of(review, Quantity.RESTING_HEART_RATE).direction()).isEqualTo(Direction.UNKNOWN);
        assertThat(of(review, Quantity.RESTING_HEART_RATE).value()).hasValue(56);
    }

    @Test
    void weeks_under_an_alert_do_not_become_what_is_usual() {
        WeekReview review = usualWeek().resting(56).under(Status.AMBER).weeks(3).review();

        assertThat(of(review, Quantity.RESTING_HEART_RATE).usual()).hasValue(50);
        assertThat(review.worst()).isEqualTo(Status.AMBER);
        assertThat(review.summary()).endsWith("Signs of fatigue stood on 7 days.");
        assertThat(review.question()).isPresent();
    }

    @Test
    void after_an_illness_the_question_is_whether_the_athlete_is_well_again() {
        WeekReview review =
                usualWeek().resting(60).under(Status.ILLNESS).weeks(1).review();

        assertThat(review.question()).hasValueSatisfying(asked -> assertThat(asked)
                .isEqualTo("Is the athlete well again? Rest until then, and an easy beginning after it."));
    }

    @Test
    void words_stay_careful() {
        for (WeekReview review : List.of(
                usualWeek().resting(60).feeling(6).under(Status.RED).weeks(1).review(),
                usualWeek().resting(60).under(Status.STOP).weeks(1).review())) {
            String all = String.join(
                    " ",
                    review.summary(),
                    review.calmSummary(),
                    review.question().orElseThrow(),
                    review.calmQuestion().orElseThrow());
            assertThat(all)
                    .doesNotContainIgnoringCase("overtrain")
                    .doesNotContainIgnoringCase("diagnos")
                    .doesNotContainIgnoringCase("overreach");
        }
    }
}
