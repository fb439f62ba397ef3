package freshlegs.app.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.app.labelled.AnswerRow;
import freshlegs.app.labelled.LabelledAthlete;
import freshlegs.app.labelled.LabelledDays;
import freshlegs.app.labelled.NightRow;
import freshlegs.app.labelled.RunRow;
import freshlegs.model.fact.CheckIn.Symptom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pairs of the same athletes with one confounder and without any. */
class ConfoundersTest {
    private static final int ATHLETES = 60;
    private static final int DAYS = 365;
    private static final World CALM = new World(5, Set.of());
    private static final double COMPOSITE_SD = 0.64;

    @ParameterizedTest
    @EnumSource
    void outside_its_labelled_days_a_confounder_changes_nothing(Confounder one) {
        for (int number = 1; number <= ATHLETES; number++) {
            LabelledAthlete calm = CALM.soundAthlete(number, DAYS);
            LabelledAthlete met = CALM.with(Set.of(one)).soundAthlete(number, DAYS);
            List<LabelledDays> labels = met.labels().subList(1, met.labels().size());

            assertThat(labels).allMatch(label -> label.cause() == one.cause());
            assertThat(met.person()).isEqualTo(calm.person());
            assertThat(met.newWatch()).isEqualTo(calm.newWatch());
            assertThat(outside(labels, met.nights(), NightRow::date))
                    .isEqualTo(outside(labels, calm.nights(), NightRow::date));
            assertThat(outside(labels, met.answers(), AnswerRow::date))
                    .isEqualTo(outside(labels, calm.answers(), AnswerRow::date));
            assertThat(outside(labels, met.runs(), ConfoundersTest::date))
                    .isEqualTo(outside(labels, calm.runs(), ConfoundersTest::date));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_confounder_comes_about_as_often_as_stated_and_lasts_as_long(Confounder one) {
        List<LabelledDays> all = IntStream.rangeClosed(1, 1000)
                .mapToObj(number -> new Happenings(Seed.root(number), Set.of(one), DAYS).labels(World.FIRST_DAY))
                .flatMap(List::stream)
                .toList();

        assertThat(all.size() / 1000.0).isCloseTo(one.timesAYear(), within(0.12 * one.timesAYear()));
        assertThat(all)
                .filteredOn(label -> label.to().isBefore(World.FIRST_DAY.plusDays(DAYS - 1)))
                .allMatch(label -> label.from().plusDays(one.days() - 1).equals(label.to()));
    }

    @Test
    void which_others_there_are_moves_no_confounder() {
        LabelledAthlete all = World.of(5).soundAthlete(1, DAYS);

        for (Confounder one : Confounder.values()) {
            LabelledAthlete alone = CALM.with(Set.of(one)).soundAthlete(1, DAYS);
            assertThat(all.labels().stream()
                            .filter(label -> label.cause() == one.cause())
                            .toList())
                    .isEqualTo(alone.labels().stream()
                            .filter(label -> label.cause() == one.cause())
                            .toList());
        }
    }

    @Test
    void after_an_alcohol_night_the_heart_beats_6_percent_faster_and_hrv_is_12_percent_lower() {
        nights(Confounder.ALCOHOL, (calm, met) -> {
            met.restingHeartRate().ifPresent(bpm -> assertThat(bpm)
                    .isCloseTo(1.06 * calm.restingHeartRate().getAsDouble(), within(1.04)));
            met.rmssdMs().ifPresent(ms -> assertThat(ms)
                    .isCloseTo(0.88 * calm.rmssdMs().getAsDouble(), within(0.1)));
            assertThat(met.sleepHours()).isEqualTo(calm.sleepHours());
        });
        assertThat(meanWorse(Confounder.ALCOHOL)).isZero();
    }

    @Test
    void in_a_hot_week_the_heart_beats_six_times_more_at_the_same_pace_and_half_of_the_watches_tell_the_heat() {
        Sample known = new Sample();
        runs(Confounder.HOT_WEEK, (calm, met) -> {
            assertThat(met.achievedSpeed()).isEqualTo(calm.achievedSpeed());
            assertThat(met.durationSeconds()).isEqualTo(calm.durationSeconds());
            assertThat(met.windows()).hasSameSizeAs(calm.windows());
            known.add(met.temperatureC().isPresent() ? 1 : 0);
            met.temperatureC().ifPresent(celsius -> assertThat(celsius).isGreaterThan(20));
            for (int i = 0; i < met.windows().size(); i++) {
                assertThat(met.windows().get(i).speed())
                        .isEqualTo(calm.windows().get(i).speed());
                double higher =
                        met.windows().get(i).heartRate() - calm.windows().get(i).heartRate();
                boolean wasCool = calm.temperatureC().orElse(99) < 15;
                assertThat(higher).isBetween(wasCool ? 5.89 : 3.8, 6.11);
            }
        });
        assertThat(known.mean()).isBetween(0.3, 0.7);
    }

    @Test
    void a_flight_takes_two_hours_of_sleep_and_feels_one_deviation_worse() {
        nights(Confounder.FLIGHT, (calm, met) -> {
            assertThat(met.restingHeartRate()).isEqualTo(calm.restingHeartRate());
            assertThat(met.rmssdMs()).isEqualTo(calm.rmssdMs());
            met.sleepHours().ifPresent(hours -> assertThat(hours)
                    .isCloseTo(calm.sleepHours().getAsDouble() - 2, within(0.11)));
        });
        assertThat(meanWorse(Confounder.FLIGHT)).isCloseTo(1 * COMPOSITE_SD, within(0.06));
    }

    @Test
    void illness_raises_resting_heart_rate_by_8_feels_two_deviations_worse_and_keeps_from_running() {
        nights(Confounder.ILLNESS, (calm, met) -> {
            met.restingHeartRate().ifPresent(bpm -> assertThat(bpm)
                    .isCloseTo(calm.restingHeartRate().getAsDouble() + 8, within(0.001)));
            assertThat(met.rmssdMs()).isEqualTo(calm.rmssdMs());
        });
        assertThat(meanWorse(Confounder.ILLNESS)).isCloseTo(2 * COMPOSITE_SD, within(0.06));
        assertThat(runs(Confounder.ILLNESS, (calm, met) -> {})).isZero();
    }

    @Test
    void two_of_three_illnesses_come_with_symptoms() {
        Sample told = new Sample();
        World ill = CALM.with(Set.of(Confounder.ILLNESS));
        for (int number = 1; number <= 300; number++) {
            LabelledAthlete athlete = ill.soundAthlete(number, DAYS);
            for (LabelledDays label :
                    athlete.labels().subList(1, athlete.labels().size())) {
                Set<Set<Symptom>> symptoms = athlete.answers().stream()
                        .filter(answer -> holds(label, answer.date()))
                        .map(AnswerRow::symptoms)
                        .collect(Collectors.toSet());
                assertThat(symptoms).hasSizeLessThan(2);
                symptoms.forEach(some -> told.add(some.isEmpty() ? 0 : 1));
            }
        }
        assertThat(told.mean()).isCloseTo(2.0 / 3, within(0.06));
    }

    @Test
    void a_hard_block_is_40_percent_more_load_feels_worse_and_leaves_performance_alone() {
        runs(Confounder.HARD_BLOCK, (calm, met) -> {
            assertThat(met.durationSeconds()).isCloseTo(1.4 * calm.durationSeconds(), within(1.3));
            assertThat(met.achievedSpeed()).isEqualTo(calm.achievedSpeed());
            assertThat(met.windows()).isEqualTo(calm.windows());
        });
        nights(Confounder.HARD_BLOCK, (calm, met) -> assertThat(met).isEqualTo(calm));
        assertThat(meanWorse(Confounder.HARD_BLOCK)).isCloseTo(0.7 * COMPOSITE_SD, within(0.04));
    }

    @Test
    void a_taper_halves_what_is_run_and_a_week_off_has_no_runs() {
        runs(Confounder.TAPER, (calm, met) -> assertThat(met.durationSeconds())
                .isCloseTo(0.5 * calm.durationSeconds(), within(1.0)));
        assertThat(runs(Confounder.WEEK_OFF, (calm, met) -> {})).isZero();
        for (Confounder rest : List.of(Confounder.TAPER, Confounder.WEEK_OFF)) {
            nights(rest, (calm, met) -> assertThat(met).isEqualTo(calm));
            assertThat(meanWorse(rest)).isZero();
        }
    }

    private static void nights(Confounder one, BiConsumer<NightRow, NightRow> pair) {
        assertThat(pairs(one, LabelledAthlete::nights, NightRow::date, pair)).isGreaterThan(20);
    }

    private static int runs(Confounder one, BiConsumer<RunRow, RunRow> pair) {
        return pairs(one, LabelledAthlete::runs, ConfoundersTest::date, pair);
    }

    private static double meanWorse(Confounder one) {
        Sample worse = new Sample();
        pairs(one, LabelledAthlete::answers, AnswerRow::date, (calm, met) -> worse.add((sum(met) - sum(calm)) / 5.0));
        return worse.mean();
    }

    /** Calls for each row within the labelled days and its calm twin, and answers how many there were. */
    private static <R> int pairs(
            Confounder one,
            Function<LabelledAthlete, List<R>> rows,
            Function<R, LocalDate> date,
            BiConsumer<R, R> pair) {
        int pairs = 0;
        for (int number = 1; number <= ATHLETES; number++) {
            LabelledAthlete met = CALM.with(Set.of(one)).soundAthlete(number, DAYS);
            Map<LocalDate, R> calm = rows.apply(CALM.soundAthlete(number, DAYS)).stream()
                    .collect(Collectors.toMap(date, Function.identity()));
            List<LabelledDays> labels = met.labels().subList(1, met.labels().size());
            for (R row : rows.apply(met)) {
                R twin = calm.get(date.apply(row));
                if (twin != null && labels.stream().anyMatch(label -> holds(label, date.apply(row)))) {
                    pair.accept(twin, row);
                    pairs++;
                }
            }
        }
        return pairs;
    }

    private static <R> List<R> outside(List<LabelledDays> labels, List<R> rows, Function<R, LocalDate> date) {
        List<R> outside = new ArrayList<>(rows);
        outside.removeIf(row -> labels.stream().anyMatch(label -> holds(label, date.apply(row))));
        return outside;
    }

    private static boolean holds(LabelledDays label, LocalDate date) {
        return !date.isBefore(label.from()) && !date.isAfter(label.to());
    }

    private static LocalDate date(RunRow run) {
        return run.start().toLocalDate();
    }

    private static int sum(AnswerRow answer) {
        return answer.fatigue().getAsInt()
                + answer.mood().getAsInt()
                + answer.soreness().getAsInt()
                + answer.stress().getAsInt()
                + answer.sleepQuality().getAsInt();
    }
}
