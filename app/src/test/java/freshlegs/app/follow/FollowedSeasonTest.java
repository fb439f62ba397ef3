package freshlegs.app.follow;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.Status;
import freshlegs.model.fact.PlannedPhase.Phase;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.plan.Done;
import freshlegs.model.plan.PlanWeek;
import freshlegs.model.plan.Workout.Kind;
import freshlegs.model.result.Prescription;
import freshlegs.streams.season.SeasonDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedSeasonTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 22);
    private static final Milestones MILESTONES = Milestones.until(LAST_DAY);
    private static final Set<Kind> KEY = Set.of(Kind.TEMPO, Kind.REPEATS, Kind.PROGRESSION, Kind.TIME_TRIAL, Kind.RACE);
    private static final Map<Fate, FollowedSeason> SEASONS = new HashMap<>();

    private static Path folder;

    @BeforeAll
    static void live(@TempDir Path created) throws IOException {
        folder = created;
        Seasons.write(1, LAST_DAY, created).forEach(season -> SEASONS.put(season.fate(), season));
    }

    @Test
    void the_sound_athlete_climbs_the_ladder_on_the_guides_timetable() {
        List<Prescription> plan = plan(Fate.SOUND);

        LocalDate strides = first(
                season(Fate.SOUND).days().stream()
                        .map(day -> day.plan().prescription())
                        .toList(),
                one -> one.level() == 1);
        LocalDate tempo = first(plan, one -> one.prescribed().kind() == Kind.TEMPO);
        LocalDate brief = first(plan, one -> one.prescribed().title().matches("(6 × 200|8 × 150) m.*"));
        LocalDate fourHundreds = first(plan, one -> one.prescribed().title().startsWith("5 × 400 m"));
        LocalDate longer = first(plan, one -> one.prescribed().title().matches("(4 × 600|6 × 500) m.*"));
        LocalDate notch = first(plan, one -> one.prescribed().title().matches(".*(half a notch|progression).*"));
        assertThat(List.of(strides, tempo, brief, fourHundreds, longer, notch)).isSorted();
        assertThat(ChronoUnit.DAYS.between(brief, fourHundreds)).isGreaterThanOrEqualTo(14);
        assertThat(notch).isBefore(MILESTONES.race());
    }

    @Test
    void the_sound_athlete_never_steps_down() {
        assertThat(plan(Fate.SOUND).stream().map(Prescription::level).toList()).isSorted();
    }

    @Test
    void hard_days_are_few_and_apart() {
        for (Fate fate : Fate.values()) {
            List<LocalDate> hard = plan(fate).stream()
                    .filter(one -> one.prescribed().hard())
                    .map(Prescription::date)
                    .toList();
            for (int i = 1; i < hard.size(); i++) {
                assertThat(ChronoUnit.DAYS.between(hard.get(i - 1), hard.get(i)))
                        .isGreaterThanOrEqualTo(2);
            }
            assertThat(hard.stream()
                            .collect(Collectors.groupingBy(day -> MILESTONES.planDay(day) / 7, Collectors.counting()))
                            .values())
                    .allMatch(days -> days <= 2);
        }
    }

    @Test
    void the_sound_athlete_tapers_races_and_keeps_going() {
        List<Prescription> plan = plan(Fate.SOUND);

        double usual = (metres(plan, 17) + metres(plan, 16)) / 2.0;
        double taper = metres(plan, 18);
        assertThat(1 - taper / usual).isBetween(0.41, 0.60);
        Prescription race = on(Fate.SOUND, MILESTONES.race());
        assertThat(race.prescribed().kind()).isEqualTo(Kind.RACE);
        assertThat(race.done()).isPresent();
        assertThat(on(Fate.SOUND, MILESTONES.last()).week().orElseThrow().kind())
                .isEqualTo(PlanWeek.Kind.MAINTENANCE);
    }

    @Test
    void what_the_sound_athlete_runs_is_found_again() {
        List<Prescription> keys = plan(Fate.SOUND).stream()
                .filter(one -> KEY.contains(one.prescribed().kind()))
                .toList();
        long found = keys.stream()
                .filter(one -> one.done()
                        .filter(done -> done.plannedFor().equals(one.date()) && done.grade() == Done.Grade.SUCCESS)
                        .isPresent())
                .count();

        assertThat(keys).hasSizeGreaterThan(20);
        assertThat((double) found / keys.size()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void every_run_of_the_sound_athlete_is_one_that_was_planned() {
        assertThat(plan(Fate.SOUND))
                .filteredOn(one -> one.prescribed().kind().isRun())
                .allSatisfy(one -> assertThat(one.done()).hasValueSatisfying(done -> assertThat(done.plannedFor())
                        .isEqualTo(one.date())));
    }

    @Test
    void the_overreached_athlete_is_held_eased_and_brought_back() {
        List<SeasonDay> days = season(Fate.OVERREACHED).days();
        List<Prescription> plan = plan(Fate.OVERREACHED);
        LocalDate alert = days.stream()
                .filter(day -> day.status().status().isAlert())
                .map(SeasonDay::date)
                .findFirst()
                .orElseThrow();
        LocalDate calm = days.stream()
                .filter(day -> day.date().isAfter(alert) && day.status().status() == Status.GREEN)
                .map(SeasonDay::date)
                .findFirst()
                .orElseThrow();
        int before = on(Fate.OVERREACHED, alert).level();

        assertThat(MILESTONES.planDay(alert)).isBetween(56, 77);
        assertThat(between(plan, alert.plusDays(1), calm))
                .noneMatch(one -> one.prescribed().hard());
        assertThat(between(plan, alert.plusDays(1), calm)).anyMatch(one -> one.adjustment()
                .map(Adjustment::cause)
                .filter(AdjustmentCause.FATIGUE::equals)
                .isPresent());
        List<Prescription> keys = between(plan, calm, MILESTONES.race()).stream()
                .filter(one -> one.prescribed().hard())
                .toList();
        assertThat(keys.get(0).level()).isLessThan(before);
        assertThat(keys.get(0).done()).isPresent();
        assertThat(keys.get(keys.size() - 1).level())
                .isGreaterThanOrEqualTo(keys.get(0).level());
        assertThat(between(plan, calm.plusDays(21), MILESTONES.race().minusDays(14)))
                .noneMatch(one -> one.week().orElseThrow().kind() == PlanWeek.Kind.RETURN);
    }

    @Test
    void the_ill_athlete_rests_and_returns_gently() {
        List<Prescription> ill = between(
                plan(Fate.ILL),
                MILESTONES.plan().plusDays(43),
                MILESTONES.plan().plusDays(47));
        List<Prescription> after = between(
                plan(Fate.ILL),
                MILESTONES.plan().plusDays(47),
                MILESTONES.plan().plusDays(50));

        assertThat(ill).noneMatch(one -> one.prescribed().kind().isRun());
        assertThat(after).noneMatch(one -> one.prescribed().hard());
        assertThat(between(plan(Fate.ILL), MILESTONES.plan().plusDays(56), MILESTONES.race()))
                .anyMatch(one -> one.prescribed().hard());
    }

    @Test
    void the_traveller_is_shortened_in_exactly_the_phases() {
        for (var phase : new Stated(Fate.TRAVELLER, MILESTONES).phases()) {
            List<Prescription> in =
                    between(
                                    plan(Fate.TRAVELLER),
                                    phase.localDate(),
                                    phase.lastDay().plusDays(1))
                            .stream()
                            .filter(one -> one.planned().kind().isRun())
                            .toList();
            assertThat(in).isNotEmpty();
            if (phase.phase() == Phase.AWAY) {
                assertThat(in).noneMatch(one -> one.prescribed().kind().isRun());
            } else {
                assertThat(in)
                        .allMatch(one ->
                                one.prescribed().minutes() < one.planned().minutes());
            }
        }
        assertThat(plan(Fate.TRAVELLER))
                .filteredOn(one -> one.adjustment()
                        .filter(change -> change.cause() == AdjustmentCause.AVAILABILITY)
                        .isPresent())
                .allMatch(one -> new Stated(Fate.TRAVELLER, MILESTONES)
                        .phases().stream().anyMatch(phase -> phase.holdsOn(one.date())));
    }

    @Test
    void the_same_seed_gives_the_same_bytes(@TempDir Path again) throws IOException {
        Seasons.season(Fate.NO_BASELINE, MILESTONES, 1, again);

        for (Path file : files(again.resolve("no-baseline"))) {
            assertThat(file)
                    .hasSameBinaryContentAs(folder.resolve("no-baseline").resolve(file.getFileName()));
        }
    }

    @Test
    void the_commands_that_make_the_plans_are_written_down() throws IOException {
        assertThat(Files.readAllLines(folder.resolve(Seasons.SCRIPT)))
                .contains(
                        "freshlegs plan create --athlete sound --goal \"5K on 2026-10-31\" --baseline \"5K 22:30 on 2026-06-13\""
                                + " --days Tue,Thu,Sat,Sun --long-run Sun --from 2026-06-15",
                        "freshlegs phase set --athlete traveller --from 2026-09-15 --to 2026-09-18 away");
    }

    private static List<Path> files(Path of) throws IOException {
        try (var files = Files.list(of)) {
            return files.toList();
        }
    }

    private static FollowedSeason season(Fate fate) {
        return Objects.requireNonNull(SEASONS.get(fate));
    }

    private static List<Prescription> plan(Fate fate) {
        return season(fate).plan();
    }

    private static Prescription on(Fate fate, LocalDate date) {
        return plan(fate).get(MILESTONES.planDay(date));
    }

    private static List<Prescription> between(List<Prescription> plan, LocalDate from, LocalDate end) {
        return plan.subList(MILESTONES.planDay(from), MILESTONES.planDay(end));
    }

    private static LocalDate first(List<Prescription> plan, Predicate<Prescription> which) {
        return plan.stream().filter(which).map(Prescription::date).findFirst().orElseThrow();
    }

    private static int metres(List<Prescription> plan, int week) {
        return plan.subList(7 * week, 7 * week + 7).stream()
                .mapToInt(one -> one.prescribed().metres())
                .sum();
    }
}
