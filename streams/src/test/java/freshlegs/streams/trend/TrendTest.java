package freshlegs.streams.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.result.TrendDay;
import freshlegs.model.result.TrendDay.Kind;
import freshlegs.model.result.TrendDay.Running;
import freshlegs.model.result.TrendDay.Training;
import freshlegs.streams.trend.AFewDays.ANight;
import org.junit.jupiter.api.Test;

class TrendTest {

    @Test
    void a_missing_day_counts_as_no_load_in_the_means_and_is_flagged_and_counted() {
        TrendDay day = new AFewDays().weeks(6, 8_000, 60).missing().missing().last();
        Training training = day.training();

        assertThat(day.kind()).isEqualTo(Kind.MISSING);
        assertThat(day.flags()).contains("not-heard-of");
        assertThat(training.missingDays7d()).isEqualTo(2);
        assertThat(training.missingDays28d()).isEqualTo(2);
        assertThat(training.load7d().value()).hasValue(5 * 60);
        assertThat(training.fatigue())
                .isLessThan(new AFewDays().weeks(6, 8_000, 60).last().training().fatigue());
    }

    @Test
    void nothing_is_concluded_from_a_week_with_a_missing_day() {
        TrendDay day = new AFewDays()
                .weeks(8, 8_000, 60)
                .missing()
                .run(8_000, 300)
                .run(8_000, 300)
                .last();

        assertThat(day.training().monotony().value()).isEmpty();
        assertThat(day.training().strain().value()).isEmpty();
        assertThat(day.training().acuteChronic().coupled()).isEmpty();
        assertThat(day.training().acuteChronic().exponential()).isEmpty();
        assertThat(day.running().distanceRatio()).isEmpty();
        assertThat(day.training().ramp()).isGreaterThan(8);
        assertThat(day.flags()).doesNotContain("ramp-high", "ramp-note", "distance-high");
    }

    @Test
    void a_week_with_a_missing_day_is_no_usual_week() {
        AFewDays days = new AFewDays().weeks(6, 8_000, 60).missing();
        for (int day = 0; day < 14; day++) {
            days.run(8_000, 60);
        }
        Training training = days.last().training();

        assertThat(training.missingDays7d()).isZero();
        assertThat(training.load7d().value()).hasValue(420);
        assertThat(training.load7d().baseline()).hasValue(420);
        assertThat(training.load7d().days())
                .as("42 days, less the seven weeks that held the missing day")
                .isEqualTo(35);
    }

    @Test
    void days_before_the_first_count_as_not_heard_of() {
        Training training = new AFewDays().run(8_000, 60).run(8_000, 60).last().training();

        assertThat(training.missingDays7d()).isEqualTo(5);
        assertThat(training.missingDays28d()).isEqualTo(26);
    }

    @Test
    void fitness_says_on_how_many_days_it_rests_and_settles_after_42() {
        AFewDays days = new AFewDays().weeks(5, 8_000, 60);
        for (int day = 0; day < 6; day++) {
            days.run(8_000, 60);
        }
        assertThat(days.last().training().fitnessDays()).isEqualTo(41);
        assertThat(days.last().training().settled()).isFalse();
        assertThat(days.rest().last().training().settled()).isTrue();
        assertThat(days.rest().last().training().fitnessDays()).isEqualTo(42);
    }

    @Test
    void the_week_is_held_against_the_mean_of_three_weeks_before() {
        Running usual = new AFewDays().weeks(4, 6_000, 60).last().running();
        assertThat(usual.distanceRatio()).hasValue(1);
        assertThat(usual.distance7dMetres().value()).hasValue(42_000);

        TrendDay more = new AFewDays().weeks(3, 6_000, 60).weeks(1, 8_400, 84).last();
        assertThat(more.running().distanceRatio()).hasValue(1.4);
        assertThat(more.flags()).contains("distance-high");
    }

    @Test
    void without_four_weeks_heard_of_the_week_is_held_against_nothing() {
        assertThat(new AFewDays().weeks(3, 6_000, 60).last().running().distanceRatio())
                .isEmpty();
        assertThat(new AFewDays()
                        .nights(21, ANight.NONE)
                        .weeks(1, 6_000, 60)
                        .last()
                        .running()
                        .distanceRatio())
                .as("no running in the three weeks before")
                .isEmpty();
    }

    @Test
    void the_longest_run_is_of_thirty_days_and_unknown_without_a_run() {
        AFewDays days = new AFewDays().run(15_000, 90);
        for (int day = 0; day < 29; day++) {
            days.rest();
        }
        assertThat(days.last().running().longestRun30dMetres().value()).hasValue(15_000);
        assertThat(days.rest().last().running().longestRun30dMetres().value()).isEmpty();
        assertThat(days.run(15_000, 90).last().running().sessionSpike()).isEmpty();
    }

    @Test
    void a_long_run_is_held_against_the_longest_of_the_thirty_days_before() {
        TrendDay day = new AFewDays().run(10_000, 60).rest().run(14_000, 90).last();

        assertThat(day.running().sessionSpike()).hasValue(1.4);
        assertThat(day.flags()).contains("spike-moderate");
        assertThat(day.running().longestRun30dMetres().value()).hasValue(14_000);
    }

    @Test
    void strain_is_high_above_the_95th_percentile_of_the_own_twelve_weeks() {
        AFewDays days = new AFewDays().weeks(4, 8_000, 60);
        assertThat(days.last().training().strain95th()).as("22 strains").isEmpty();

        TrendDay day = days.weeks(1, 8_000, 60).run(8_000, 60).rest().last();

        assertThat(day.training().strain().value().orElseThrow())
                .as("six days of 250 AU: 1500 times 2.449")
                .isCloseTo(3674, within(1.0));
        assertThat(day.training().strain95th()).as("1750 AU times 10").hasValue(17_500);
        assertThat(day.flags()).doesNotContain("strain-high");
    }

    @Test
    void monotony_waits_until_most_efforts_are_told() {
        assertThat(new AFewDays()
                        .weeks(1, 8_000, 60)
                        .last()
                        .training()
                        .monotony()
                        .value())
                .hasValue(10);
        assertThat(new AFewDays()
                        .withoutEffort()
                        .weeks(1, 8_000, 60)
                        .last()
                        .training()
                        .monotony()
                        .value())
                .isEmpty();
    }

    @Test
    void another_watch_begins_another_baseline() {
        AFewDays days = new AFewDays().nights(49, ANight.resting(50));
        assertThat(days.last().recovery().restingHeartRateBpm().days()).isEqualTo(41);

        TrendDay changed = days.rest(ANight.resting(56).on("watch-2")).last();
        assertThat(changed.flags()).contains("resting-heart-rate-source-new");
        assertThat(changed.recovery().restingHeartRateBpm().days()).isZero();
        assertThat(changed.recovery().restingHeartRateBpm().baseline()).isEmpty();
        assertThat(changed.recovery().restingHeartRateBpm().mean7d()).isEmpty();

        TrendDay silent = days.rest().last();
        assertThat(silent.recovery().restingHeartRateBpm().days())
                .as("the last watch counts")
                .isZero();

        TrendDay back = days.rest(ANight.resting(50)).last();
        assertThat(back.recovery().restingHeartRateBpm().baseline()).hasValue(50);
    }

    @Test
    void short_nights_are_a_debt_once_four_are_known() {
        AFewDays days = new AFewDays().nights(3, ANight.slept(6));
        assertThat(days.last().recovery().sleepDebt7dHours()).isEmpty();
        assertThat(days.last().recovery().sleepHours().mean7d()).isEmpty();

        TrendDay day = days.rest().rest(ANight.slept(9)).last();

        assertThat(day.recovery().sleepDebt7dHours())
                .as("a long night pays nothing back")
                .hasValue(6);
        assertThat(day.recovery().sleepHours().mean7d()).hasValue(6.75);
        assertThat(day.flags()).contains("sleep-short");
    }

    @Test
    void what_was_not_said_is_not_felt() {
        AFewDays days = new AFewDays().nights(30, ANight.felt(2.4)).rest();

        TrendDay.Tracked subjective = days.last().recovery().subjective();

        assertThat(subjective.value()).isEmpty();
        assertThat(subjective.mean7d()).hasValue(2.4);
        assertThat(subjective.baseline()).hasValue(2.4);
        assertThat(subjective.high()).as("floor of half a point").hasValue(2.9);
        assertThat(subjective.days()).isEqualTo(23);
    }
}
