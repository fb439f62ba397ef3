package freshlegs.app.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freshlegs.app.problem.Problem;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.PlanTerms;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people ask of a plan is understood, or answered with one sentence. */
class PlanRequestTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @ParameterizedTest
    @CsvSource({
        "5K, 5000, 5K",
        "5k, 5000, 5K",
        "5 km, 5000, 5K",
        "10K, 10000, 10K",
        "half, 21098, half marathon",
        "Half marathon, 21098, half marathon",
        "marathon, 42195, marathon",
        "1500m, 1500, 1500 m",
        "1500 m, 1500, 1500 m",
        "3.2km, 3200, 3200 m",
        "5000, 5000, 5K"
    })
    void distances_are_written_in_many_ways(String said, int metres, String shown) {
        assertThat(Distance.metres(said)).contains(metres);
        assertThat(Distance.text(metres)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"far", "5x", "5 miles", "''", "-5K", "K"})
    void what_is_no_distance_is_none(String said) {
        assertThat(Distance.metres(said)).isEmpty();
    }

    @Test
    void a_run_is_said_in_a_few_words() {
        assertThat(EventWords.parse("A baseline", "", "10K race 47:05 on 2026-11-20"))
                .isEqualTo(
                        new EventWords(10_000, Optional.of(Goal.Event.RACE), OptionalInt.of(2825), TODAY.minusDays(6)));
        assertThat(EventWords.parse("A goal", "", "half marathon in 1:45:00 on 2027-04-10")
                        .seconds())
                .hasValue(6300);
        assertThat(EventWords.parse("A goal", "", "5K time trial on 2027-04-10").event())
                .contains(Goal.Event.TIME_TRIAL);
    }

    @Test
    void a_plan_is_asked_for() {
        PlanRequest request = request("5K on 2027-04-10", "5K 22:30 on 2026-11-20", "Tue,thu,SAT,Sunday", "Sun");

        assertThat(request.remarks()).isEmpty();
        assertThat(request.event()).isEqualTo(Goal.Event.RACE);
        assertThat(TrainingDays.text(request.days())).isEqualTo("Tue, Thu, Sat, Sun");
        assertThat(request("5K 21:30 on 2027-04-10", "none", "Tue,Thu,Sun", "Sun")
                        .target())
                .hasValue(1290);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5K 2027-04-10        | none                     | Tue,Thu,Sun | Sun | A goal is written as "5K on 2027-04-10", not "5K 2027-04-10".
            far on 2027-04-10    | none                     | Tue,Thu,Sun | Sun | The distance of A goal must be one such as 5K, 10K, half, marathon, 1500m or 5000 (metres), not "far".
            5K on 2027-02-30     | none                     | Tue,Thu,Sun | Sun | The day of A goal must be one such as 2027-04-10, not "2027-02-30".
            5K on 2026-11-20     | none                     | Tue,Thu,Sun | Sun | The goal's day, 2026-11-20, is over: name one that lies ahead.
            5K on 2026-11-26     | none                     | Tue,Thu,Sun | Sun | The goal's day, 2026-11-26, is over: name one that lies ahead.
            100 km on 2027-04-10 | none                     | Tue,Thu,Sun | Sun | A plan leads to a run of 800 m to 50 km, not of 100000 m.
            5K on 2027-04-10     | 5K on 2026-11-20         | Tue,Thu,Sun | Sun | A baseline needs its time, as in "5K 22:30 on 2026-11-20".
            5K on 2027-04-10     | 5K 22:30 on 2026-12-01   | Tue,Thu,Sun | Sun | The baseline's day, 2026-12-01, has not come yet: name a run that was run.
            5K on 2027-04-10     | 5K 2:30 on 2026-11-20    | Tue,Thu,Sun | Sun | 2:30 cannot be the time of a run over 5K.
            5K on 2027-04-10     | 5K 2:90:00 on 2026-11-20 | Tue,Thu,Sun | Sun | 3:30:00 cannot be the time of a run over 5K.
            5K on 2027-04-10     | none                     | Tue,Sun     | Sun | A plan needs at least 3 training days a week, such as Tue,Thu,Sun.
            5K on 2027-04-10     | none                     | Tue,Tue,Sun | Sun | A plan needs at least 3 training days a week, such as Tue,Thu,Sun.
            5K on 2027-04-10     | none                     | Mo,Tu,We,Th,Fr,Sa,Su | Sun | One day a week stays free: name at most 6 training days.
            5K on 2027-04-10     | none                     | Tue,Thu,Sun | Sat | The long run's day, Sat, is not one of the training days, Tue, Thu, Sun.
            5K on 2027-04-10     | none                     | Tue,T,Sun   | Sun | --days must name days of the week such as Tue or Sun, not "T".
            """)
    void what_makes_no_sense_is_answered_in_one_sentence(
            String goal, String baseline, String days, String longRun, String sentence) {
        assertThatThrownBy(() -> request(goal, baseline, days, longRun))
                .isInstanceOf(Problem.class)
                .hasMessage(sentence.replace("A goal must", "a goal must"));
    }

    @Test
    void what_may_surprise_is_said() {
        assertThat(request("5K on 2026-12-10", "5K 22:30 on 2026-09-20", "Tue,Thu,Sun", "Sun")
                        .remarks())
                .containsExactly(
                        "Only 14 days are left to the goal: too few to build anything, so the plan freshens up for it.",
                        "The baseline is older than 8 weeks: paces go by effort until the first time trial.");
        assertThat(request("5K on 2027-04-10", "none", "Tue,Thu,Sun", "Sun").remarks())
                .containsExactly("Without a baseline paces go by effort until the first time trial.");
        assertThat(request("5K on 2026-12-17", "5K 22:30 on 2026-10-01", "Tue,Thu,Sun", "Sun")
                        .remarks())
                .isEmpty();
    }

    private static PlanRequest request(String goal, String baseline, String days, String longRun) {
        return new PlanRequest(
                TODAY,
                TODAY,
                PlanRequest.goal(goal),
                OptionalInt.empty(),
                PlanRequest.baseline(baseline),
                TrainingDays.parse("--days", days),
                TrainingDays.day("--long-run", longRun),
                PlanTerms.Mode.AUTOMATIC,
                PlanTerms.DEFAULT_CHANGES_A_WEEK);
    }
}
