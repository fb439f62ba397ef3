package freshlegs.streams.plan;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import freshlegs.model.fact.PlanDecision.Verdict;
import freshlegs.model.plan.PlanWeek;
import freshlegs.model.plan.Workout;
import freshlegs.model.plan.Workout.Kind;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.Prescription.Decided;
import freshlegs.streams.plan.ARandomSeason.Day;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds on every day of every season, whatever happens and whatever people decide. */
class PlanInvariantsTest {
    private static final long SEED = Long.getLong("freshlegs.seed", 20261126);
    private static final int SEASONS = Integer.getInteger("freshlegs.plans", 2_000);
    private static final int OUTLOOK = 35;

    @Test
    void no_season_asks_for_what_must_not_be_asked() {
        List<String> broken = LongStream.range(0, SEASONS)
                .parallel()
                .mapToObj(i -> broken(SEED + i))
                .flatMap(Optional::stream)
                .limit(5)
                .toList();

        assertThat(broken).isEmpty();
    }

    private static Optional<String> broken(long seed) {
        ARandomSeason season = new ARandomSeason(seed);
        List<Day> days = season.days();
        List<PlanDay> all = season.all();
        for (int i = 0; i < days.size(); i++) {
            Optional<String> rule = broken(all, i, days.get(i).wishes());
            if (rule.isPresent()) {
                return Optional.of("seed " + seed + ", " + all.get(i).date() + ": " + rule.get() + " "
                        + all.get(i).prescription().planned().title() + " -> "
                        + all.get(i).prescription().prescribed().title() + " "
                        + all.get(i).prescription().adjustment().map(a -> a.reason())
                        + all.get(i).prescription().decisions());
            }
        }
        return brokenAhead(all).map(rule -> "seed " + seed + ", ahead: " + rule);
    }

    /** The days ahead obey the same rules when they are run as they are asked. */
    private static Optional<String> brokenAhead(List<PlanDay> all) {
        List<Prescription> ahead = Plan.outlook(AthleteId.of("ann"), all, Collections.nCopies(OUTLOOK, Wishes.NONE));
        for (int i = 0; i + 1 < ahead.size(); i++) {
            boolean hard = ahead.get(i).prescribed().hard()
                    && ahead.get(i + 1).prescribed().hard();
            if (hard && ahead.get(i + 1).prescribed().kind() != Kind.RACE) {
                return Optional.of(
                        "hard days follow each other on " + ahead.get(i + 1).date());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> broken(List<PlanDay> all, int at, Wishes wishes) {
        PlanDay day = all.get(at);
        Prescription told = day.prescription();
        Workout asked = told.prescribed();
        if (asked.kind() == Kind.RACE || told.planned().kind() == Kind.RACE || isGoal(told)) {
            return Optional.empty();
        }
        List<PlanDay> before = all.subList(0, at);
        if (asked.hard() && at > 0 && all.get(at - 1).hard()) {
            return Optional.of("less than 48 hours from a hard day");
        }
        if (asked.hard() && hardThisWeek(before, day.date()) >= 2) {
            return Optional.of("a third hard day in the week");
        }
        if (asked.minutes() > Math.max(30, 1.10 * longest(before, day.date()))) {
            return Optional.of("longer than 1.10 of the longest in 30 days");
        }
        if (weekIsTooFull(before, day)) {
            return Optional.of(
                    "the week holds too much: " + day.course().frame() + " " + fullest(before, Week.monday(day.date()))
                            + " " + day.prescription().prescribed().metres() + " "
                            + day.prescription().ability());
        }
        if (at > 0
                && before.get(at - 1).course().stopped().isPresent()
                && wishes.clearance().isEmpty()
                && asked.kind().isRun()) {
            return Optional.of("a run after a stop");
        }
        if (at > 0 && isFatigued(before.get(at - 1)) && asked.hard() && !isKept(told) && !told.issued()) {
            return Optional.of("hard in a warning");
        }
        if (asked.minutes() > told.planned().minutes() + 15
                || (asked.hard() && !told.planned().hard())) {
            return Optional.of("more than planned");
        }
        if (at > 0 && day.standing().level() > before.get(at - 1).standing().level() && mayNotClimb(all, at)) {
            return Optional.of("a new level in a warning or close to a race");
        }
        if (told.planned().kind() == Kind.TIME_TRIAL && isClose(told) && !told.issued()) {
            return Optional.of("a time trial close to a race");
        }
        return volumeAndIntensity(before, day);
    }

    /** In a week in which the rung rises no more is asked than in the fullest of the four before. */
    private static Optional<String> volumeAndIntensity(List<PlanDay> before, PlanDay day) {
        boolean stepsUp = day.prescription()
                .week()
                .filter(week -> week.kind() == PlanWeek.Kind.STEP_UP)
                .isPresent();
        int most = day.course().frame().orElseThrow().mostMetres();
        int fullest = fullest(before, Week.monday(day.date()));
        return stepsUp && most > Math.max(fullest, 90 * 60 * 7)
                ? Optional.of("volume and intensity rise in one week")
                : Optional.empty();
    }

    private static boolean isAroundAGoal(Prescription told) {
        return told.week()
                .map(PlanWeek::kind)
                .filter(kind -> kind == PlanWeek.Kind.RACE || kind == PlanWeek.Kind.RECOVERY)
                .isPresent();
    }

    private static boolean isGoal(Prescription told) {
        return told.aim().filter(aim -> aim.date().equals(told.date())).isPresent();
    }

    private static boolean isClose(Prescription told) {
        return told.aim()
                .filter(aim -> ChronoUnit.DAYS.between(told.date(), aim.date()) <= 10)
                .isPresent();
    }

    private static boolean isKept(Prescription told) {
        return told.decisions().stream()
                .anyMatch(one -> one.standing() == Decided.Standing.IN_FORCE && one.verdict() == Verdict.KEEP_PLAN);
    }

    private static boolean mayNotClimb(List<PlanDay> all, int at) {
        boolean warned = all.subList(Math.max(0, at - 6), at + 1).stream().anyMatch(PlanInvariantsTest::isFatigued);
        return warned || isClose(all.get(at).prescription());
    }

    private static boolean isFatigued(PlanDay day) {
        return day.status() == Status.AMBER || day.status() == Status.RED;
    }

    private static long hardThisWeek(List<PlanDay> before, LocalDate date) {
        return before.stream()
                .filter(day -> !day.date().isBefore(Week.monday(date)) && day.hard())
                .count();
    }

    private static int longest(List<PlanDay> before, LocalDate date) {
        return before.stream()
                .filter(day -> !day.date().isBefore(date.minusDays(30)))
                .mapToInt(day -> day.ran().longestMinutes())
                .max()
                .orElse(0);
    }

    /** By the athlete's own metres: three tenths above the fullest of four weeks, or half an hour three times. */
    private static boolean weekIsTooFull(List<PlanDay> before, PlanDay day) {
        LocalDate monday = Week.monday(day.date());
        Frame frame = day.course().frame().orElseThrow();
        if (!frame.isBound() || !day.prescription().prescribed().kind().isRun()) {
            return false;
        }
        List<PlanDay> week =
                before.stream().filter(one -> !one.date().isBefore(monday)).toList();
        int done = week.stream().mapToInt(one -> one.ran().metres()).sum();
        int runs = week.stream().mapToInt(one -> one.ran().runs()).sum();
        int metres = day.prescription().prescribed().metres();
        double half = 30 * 60 * 4.5;
        boolean floor = runs < 3 && metres <= half;
        return !floor && done + metres > Math.max(1.30 * fullest(before, monday), 3 * half);
    }

    private static int fullest(List<PlanDay> before, LocalDate monday) {
        int fullest = 0;
        for (int weeks = 1; weeks <= 4; weeks++) {
            LocalDate first = monday.minusWeeks(weeks);
            fullest = Math.max(
                    fullest,
                    before.stream()
                            .filter(day ->
                                    !day.date().isBefore(first) && day.date().isBefore(first.plusWeeks(1)))
                            .mapToInt(day -> day.ran().metres())
                            .sum());
        }
        return fullest;
    }

    @Test
    void nobody_is_ever_locked_out() {
        List<Long> out = LongStream.range(0, SEASONS / 10)
                .filter(i -> isLockedOut(SEED + i))
                .boxed()
                .toList();

        assertThat(out).isEmpty();
    }

    /** When all is calm from the end of a season on, each of the weeks ahead asks for three half hours at least. */
    private static boolean isLockedOut(long seed) {
        ARandomSeason season = new ARandomSeason(seed);
        season.days();
        PlanDay last = season.all().get(ARandomSeason.DAYS - 1);
        if (last.course().stopped().isPresent() || last.status() != Status.GREEN) {
            return false;
        }
        List<Prescription> ahead =
                Plan.outlook(AthleteId.of("ann"), season.all(), Collections.nCopies(28, Wishes.NONE));
        boolean away = ahead.stream()
                .anyMatch(day -> isAroundAGoal(day)
                        || day.adjustment()
                                .filter(change -> change.cause() == AdjustmentCause.AVAILABILITY
                                        || change.cause() == AdjustmentCause.SAFETY)
                                .isPresent());
        int minutes = ahead.subList(14, 28).stream()
                .mapToInt(day -> day.prescribed().minutes())
                .sum();
        return !away && minutes < 2 * 75;
    }
}
