package freshlegs.app.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.app.labelled.AnswerRow;
import freshlegs.app.labelled.Cause;
import freshlegs.app.labelled.LabelledAthlete;
import freshlegs.app.labelled.LabelledDays;
import freshlegs.app.labelled.NightRow;
import freshlegs.app.labelled.RunRow;
import freshlegs.app.labelled.RunRow.Kind;
import freshlegs.app.labelled.RunRow.Window;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 300 undisturbed athlete-years: what their rows say of the parameters that were fixed for the mixture. */
class SoundSquadTest {
    private static final int ATHLETES = 300;
    private static final int DAYS = 365;
    private static final World WORLD = new World(11, Set.of());
    private static final double CYCLE = 0.09;
    private static List<LabelledAthlete> squad = List.of();

    @BeforeAll
    static void draw() {
        squad = WORLD.sound(ATHLETES, DAYS).toList();
    }

    @Test
    void levels_lie_between_42_and_64_bpm_and_3_4_and_4_6() {
        List<Runner> runners = IntStream.rangeClosed(1, 3000)
                .mapToObj(number -> WORLD.runner(Cause.NONE, number))
                .toList();

        assertThat(runners).allSatisfy(runner -> {
            assertThat(runner.restingBpm()).isBetween(42.0, 64.0);
            assertThat(runner.lnRmssd()).isBetween(3.4, 4.6);
        });
        assertThat(runners.stream().mapToDouble(Runner::restingBpm).average().orElseThrow())
                .isCloseTo(53, within(0.5));
        assertThat(runners.stream().mapToDouble(Runner::lnRmssd).average().orElseThrow())
                .isCloseTo(4, within(0.03));
        Map<Double, Long> persistences =
                runners.stream().collect(Collectors.groupingBy(Runner::persistence, Collectors.counting()));
        assertThat(persistences).containsOnlyKeys(0.0, 0.3, 0.5);
        assertThat(persistences.values()).allSatisfy(count -> assertThat(count).isBetween(900L, 1100L));
    }

    @Test
    void resting_heart_rate_varies_by_2_5_bpm_and_hrv_by_0_15_in_opposite_directions() {
        Sample resting = new Sample();
        Sample variability = new Sample();
        for (LabelledAthlete athlete : squad) {
            Runner runner = runner(athlete);
            for (NightRow night : athlete.nights()) {
                if (night.restingHeartRate().isPresent() && night.rmssdMs().isPresent()) {
                    resting.add(night.restingHeartRate().getAsDouble() - runner.restingBpm());
                    variability.add(Math.log(night.rmssdMs().getAsDouble()) - runner.lnRmssd());
                }
            }
        }
        double wholeBeats = 1.0 / 12;
        assertThat(resting.mean()).isCloseTo(0, within(0.06));
        assertThat(resting.deviation()).isCloseTo(Math.sqrt(2.5 * 2.5 * (1 + CYCLE) + wholeBeats), within(0.03));
        assertThat(variability.mean()).isCloseTo(0, within(0.004));
        assertThat(variability.deviation()).isCloseTo(0.15 * Math.sqrt(1 + CYCLE), within(0.002));
        assertThat(resting.correlation(variability)).isCloseTo(-(0.5 + CYCLE) / (1 + CYCLE), within(0.02));
    }

    @Test
    void each_item_varies_by_0_8_and_their_mean_is_one_domain() {
        Sample item = new Sample();
        Sample another = new Sample();
        Sample composite = new Sample();
        for (LabelledAthlete athlete : squad) {
            List<Double> levels = runner(athlete).items();
            double level =
                    levels.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            for (AnswerRow answer : athlete.answers()) {
                item.add(answer.fatigue().getAsInt() - levels.get(0));
                another.add(answer.mood().getAsInt() - levels.get(1));
                composite.add(mean(answer) - level);
            }
        }
        double rounding = 1.0 / 12;
        double own = 0.64 * (0.64 * (1 + CYCLE) + 0.36);
        assertThat(item.deviation()).isCloseTo(Math.sqrt(own + rounding), within(0.02));
        assertThat(composite.mean()).isCloseTo(0, within(0.02));
        assertThat(composite.deviation()).isCloseTo(Math.sqrt(0.64 * 0.64 * (1 + CYCLE) + rounding / 5), within(0.02));
        assertThat(item.correlation(another)).isBetween(0.4, 0.6);
    }

    @Test
    void heart_rate_at_pace_varies_by_3_bpm_a_run_and_1_bpm_a_minute() {
        Sample runs = new Sample();
        Sample minutes = new Sample();
        for (LabelledAthlete athlete : squad) {
            for (RunRow run : athlete.runs()) {
                if (run.temperatureC().orElse(99) < 15 && !run.windows().isEmpty()) {
                    double[] residuals = residuals(runner(athlete).heart(), run.windows());
                    double mean = IntStream.range(0, residuals.length)
                            .mapToDouble(i -> residuals[i])
                            .average()
                            .orElseThrow();
                    runs.add(mean);
                    minutes.add(residuals[0] - residuals[1]);
                }
            }
        }
        assertThat(runs.mean()).isCloseTo(0, within(0.1));
        assertThat(runs.deviation()).isCloseTo(Math.sqrt(9 + 1.0 / 20), within(0.06));
        assertThat(minutes.deviation()).isCloseTo(Math.sqrt(2), within(0.03));
    }

    @Test
    void key_sessions_vary_by_two_percent_around_their_target() {
        Sample slower = new Sample();
        for (RunRow run : runs()) {
            assertThat(run.targetSpeed().isPresent())
                    .isEqualTo(run.kind().isKey())
                    .isEqualTo(run.achievedSpeed().isPresent());
            if (run.kind().isKey()) {
                slower.add(Math.log(
                        run.targetSpeed().getAsDouble() / run.achievedSpeed().getAsDouble()));
            }
        }
        assertThat(slower.mean()).isCloseTo(0, within(0.0006));
        assertThat(slower.deviation()).isCloseTo(0.02, within(0.0005));
    }

    @Test
    void fifteen_percent_of_readings_and_check_ins_are_missing_at_random() {
        List<NightRow> nights =
                squad.stream().flatMap(athlete -> athlete.nights().stream()).toList();
        double answered = 0;
        double asked = 0;
        for (LabelledAthlete athlete : squad) {
            if (!habits(athlete).forgetful()) {
                answered += athlete.answers().size();
                asked += DAYS;
            }
        }

        assertThat(share(nights, night -> night.restingHeartRate().isEmpty())).isCloseTo(0.15, within(0.005));
        assertThat(share(nights, night -> night.rmssdMs().isEmpty())).isCloseTo(0.15, within(0.005));
        assertThat(share(nights, night -> night.sleepHours().isEmpty())).isCloseTo(0.15, within(0.005));
        assertThat(1 - answered / asked).isCloseTo(0.15, within(0.005));
    }

    @Test
    void habits_come_in_their_shares() {
        List<Habits> habits = IntStream.rangeClosed(1, 20_000)
                .mapToObj(number -> WORLD.habits(Cause.NONE, number, DAYS))
                .toList();

        assertThat(share(habits, Habits::forgetful)).isCloseTo(0.2, within(0.01));
        assertThat(share(habits, Habits::syncsWeekly)).isCloseTo(0.1, within(0.01));
        assertThat(share(habits, Habits::cadenceLock)).isCloseTo(0.1, within(0.01));
        assertThat(share(habits, Habits::thermometer)).isCloseTo(0.5, within(0.015));
        assertThat(share(habits, one -> one.newWatchOn().isPresent())).isCloseTo(0.1, within(0.01));
    }

    @Test
    void who_forgets_does_so_for_two_weeks_now_and_then() {
        long silent = squad.stream()
                .filter(athlete -> habits(athlete).forgetful())
                .filter(athlete -> longestSilence(athlete) >= 14)
                .count();
        long forgetful =
                squad.stream().filter(athlete -> habits(athlete).forgetful()).count();

        assertThat((double) silent / forgetful).isGreaterThan(0.9);
        assertThat(squad.stream()
                        .filter(athlete -> !habits(athlete).forgetful())
                        .mapToLong(SoundSquadTest::longestSilence))
                .allMatch(days -> days < 14);
    }

    @Test
    void cadence_lock_takes_the_windows_of_one_run_in_twenty() {
        Sample locked = new Sample();
        for (LabelledAthlete athlete : squad) {
            for (RunRow run : athlete.runs()) {
                if (run.kind() == Kind.LONG) {
                    assertThat(habits(athlete).cadenceLock() || !run.windows().isEmpty())
                            .isTrue();
                    if (habits(athlete).cadenceLock()) {
                        locked.add(run.windows().isEmpty() ? 1 : 0);
                    }
                }
            }
        }
        assertThat(locked.mean()).isCloseTo(0.05, within(0.015));
    }

    @Test
    void a_week_has_four_to_six_runs_one_key_session_three_with_steady_windows_and_a_long_run() {
        for (LabelledAthlete athlete : squad) {
            Map<Long, List<RunRow>> weeks = athlete.runs().stream()
                    .collect(Collectors.groupingBy(
                            run -> ChronoUnit.DAYS.between(
                                            World.FIRST_DAY, run.start().toLocalDate())
                                    / 7,
                            TreeMap::new,
                            Collectors.toList()));
            weeks.remove(52L);
            weeks.forEach((week, runs) -> {
                assertThat(runs).hasSizeBetween(4, 6);
                assertThat(runs).filteredOn(run -> run.kind() == Kind.LONG).hasSize(1);
                assertThat(runs)
                        .filteredOn(run -> run.kind().isKey())
                        .singleElement()
                        .satisfies(key -> assertThat(key.kind() == Kind.TEMPO).isEqualTo(week % 2 == 0));
                if (!habits(athlete).cadenceLock()) {
                    assertThat(runs)
                            .filteredOn(run -> run.windows().size() >= 10)
                            .hasSize(3);
                }
            });
        }
    }

    @Test
    void the_label_of_a_sound_athlete_says_so_of_all_days() {
        assertThat(squad).allSatisfy(athlete -> assertThat(athlete.labels())
                .containsExactly(new LabelledDays(World.FIRST_DAY, World.FIRST_DAY.plusDays(DAYS - 1), Cause.NONE)));
    }

    @Test
    void one_watch_in_ten_is_changed_within_the_days_that_are_told() {
        assertThat(squad.stream().flatMap(athlete -> athlete.newWatch().stream()))
                .hasSizeBetween(15, 50)
                .allMatch(day -> day.isAfter(World.FIRST_DAY) && day.isBefore(World.FIRST_DAY.plusDays(DAYS)));
    }

    private static double[] residuals(HeartAtPace heart, List<Window> windows) {
        return IntStream.range(0, windows.size())
                .mapToDouble(i ->
                        windows.get(i).heartRate() - heart.bpm(windows.get(i).speed(), 10, 10 + i))
                .toArray();
    }

    private static long longestSilence(LabelledAthlete athlete) {
        long longest = 0;
        LocalDate last = World.FIRST_DAY.minusDays(1);
        for (AnswerRow answer : athlete.answers()) {
            longest = Math.max(longest, ChronoUnit.DAYS.between(last, answer.date()) - 1);
            last = answer.date();
        }
        return longest;
    }

    private static double mean(AnswerRow answer) {
        return (answer.fatigue().getAsInt()
                        + answer.mood().getAsInt()
                        + answer.soreness().getAsInt()
                        + answer.stress().getAsInt()
                        + answer.sleepQuality().getAsInt())
                / 5.0;
    }

    private static List<RunRow> runs() {
        return squad.stream().flatMap(athlete -> athlete.runs().stream()).toList();
    }

    private static Runner runner(LabelledAthlete athlete) {
        return WORLD.runner(Cause.NONE, number(athlete));
    }

    private static Habits habits(LabelledAthlete athlete) {
        return WORLD.habits(Cause.NONE, number(athlete), DAYS);
    }

    private static int number(LabelledAthlete athlete) {
        return Integer.parseInt(athlete.person().athlete().value().replaceAll("\\D", ""));
    }

    private static <T> double share(List<T> all, Predicate<T> some) {
        return (double) all.stream().filter(some).count() / all.size();
    }
}
