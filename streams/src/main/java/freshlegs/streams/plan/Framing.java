package freshlegs.streams.plan;

import freshlegs.model.Status;
import freshlegs.model.plan.PlanWeek.Kind;
import freshlegs.model.result.Prescription.Aim;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a week is for and how much it may hold. Volume grows by a tenth of the fullest of the four weeks before, never in a week
 * in which the rung rises, never by more than three tenths above what the plan began with; every fourth week is lighter by three
 * tenths; the fortnight before a race holds less than half of the fullest (41 to 60 % less over 8 to 14 days: Bosquet 2007) at the same pace; after it a
 * week of recovery, then six tenths of the usual with the same pace (a third to two thirds less: Spiering 2021).
 */
final class Framing {
    private static final int WEEK = 7;
    private static final int BLOCK_WEEKS = 4;
    private static final int LONG_BREAK_DAYS = 14;
    private static final int FEW_HARD_WEEKS = 4;
    private static final int SHARPENING_DAYS = 84;
    private static final double GROWTH = 1.10;
    private static final double MOST_ABOVE_START = 1.3;
    private static final double LIGHTER = 0.7;
    private static final double TAPER = 0.45;
    private static final double RECOVERY = 0.5;
    private static final double MAINTENANCE = 0.6;
    private static final int FLOOR_SECONDS = 3 * 30 * 60;
    private static final LocalDate A_MONDAY = LocalDate.of(2001, 1, 1);

    private final Recently recently;
    private final Course course;
    private final Optional<Aim> aim;
    private final double easySpeed;
    private final LocalDate monday;

    Framing(Recently recently, Course course, Optional<Aim> aim, double easySpeed) {
        this.recently = recently;
        this.course = course;
        this.aim = aim;
        this.easySpeed = easySpeed;
        this.monday = recently.monday();
    }

    /** The course with the frame of the planned day's week. */
    Course framed() {
        int fullest = recently.fullestWeekMetres().orElse(0);
        Kind kind = kind();
        boolean usual = kind == Kind.BASE || kind == Kind.BUILD || kind == Kind.STEP_UP || course.usualMetres() == 0;
        Frame frame = new Frame(monday, number(), weeks(), kind, mostMetres(kind, fullest), rung(kind), hardDays(kind));
        return course.framed(frame, fullest, usual);
    }

    /** Nothing new begins in a light week. */
    private int rung(Kind kind) {
        return kind == Kind.LIGHT
                ? Math.min(rung(), course.frame().map(Frame::rung).orElse(rung()))
                : rung();
    }

    private int rung() {
        return recently.standing().level();
    }

    /** Two weeks a number could not tell apart: without a plan the weeks are counted from a Monday long ago. */
    private int number() {
        return course.terms()
                .since()
                .map(since -> weeksBetween(Week.monday(since), monday) + 1)
                .orElse(0);
    }

    private OptionalInt weeks() {
        return course.terms().since().isPresent() && aim.isPresent()
                ? OptionalInt.of(weeksBetween(
                                Week.monday(course.terms().since().get()),
                                Week.monday(aim.get().date()))
                        + 1)
                : OptionalInt.empty();
    }

    private Kind kind() {
        Optional<LocalDate> race = aim.map(Aim::date);
        if (race.filter(day -> day.isBefore(monday.plusDays(WEEK))).isPresent()) {
            return Kind.RACE;
        }
        if (race.filter(day -> day.isBefore(monday.plusDays(2 * WEEK))).isPresent()) {
            return Kind.TAPER;
        }
        Optional<LocalDate> raced = course.lastRace().filter(day -> aim.isEmpty() || !isLongAgo(day));
        if (raced.filter(day -> !isLongAgo(day)).isPresent()) {
            return Kind.RECOVERY;
        }
        if (raced.isPresent() && isOfThisPlan(raced.get())) {
            return Kind.MAINTENANCE;
        }
        if (recently.standing().comingBack() || recently.daysWithoutRun() >= LONG_BREAK_DAYS) {
            return Kind.RETURN;
        }
        if (isFourth()) {
            return Kind.LIGHT;
        }
        if (rung() == 0) {
            return Kind.BASE;
        }
        boolean higher = course.frame().filter(before -> rung() > before.rung()).isPresent();
        return higher ? Kind.STEP_UP : Kind.BUILD;
    }

    private boolean isLongAgo(LocalDate race) {
        return race.isBefore(monday.minusDays(WEEK));
    }

    private boolean isOfThisPlan(LocalDate race) {
        return course.terms().since().filter(since -> !race.isBefore(since)).isPresent();
    }

    private boolean isFourth() {
        int number = number();
        int counted = number > 0 ? number : weeksBetween(A_MONDAY, monday) + 1;
        return Math.floorMod(counted, BLOCK_WEEKS) == 0;
    }

    /** None before a whole week is known. */
    private int mostMetres(Kind kind, int fullest) {
        if (recently.fullestWeekMetres().isEmpty()) {
            return 0;
        }
        double most =
                switch (kind) {
                    case BASE, BUILD -> growth(fullest) * fullest;
                    case STEP_UP -> fullest;
                    case RETURN -> GROWTH * fullest;
                    case LIGHT -> LIGHTER * fullest;
                    case TAPER, RACE -> TAPER * fullest;
                    case RECOVERY -> RECOVERY * fullest;
                    case MAINTENANCE -> Math.min(GROWTH * fullest, MAINTENANCE * course.usualMetres());
                };
        return (int) Math.round(Math.max(most, FLOOR_SECONDS * easySpeed));
    }

    /** No growth while something is off, or when enough has been gained. */
    private double growth(int fullest) {
        boolean enough = course.metresAtStart() > 0 && GROWTH * fullest > MOST_ABOVE_START * course.metresAtStart();
        boolean calm = recently.status() == Status.GREEN || recently.status() == Status.UNKNOWN;
        return enough || !calm ? 1 : GROWTH;
    }

    /** One at first; a second one from the fifth week of speed on, and not long before anything is to be raced. */
    private int hardDays(Kind kind) {
        boolean used = course.speedSince()
                .filter(first -> weeksBetween(first, monday) >= FEW_HARD_WEEKS)
                .isPresent();
        boolean near = aim.map(Aim::date)
                .map(race -> ChronoUnit.DAYS.between(monday, race) <= SHARPENING_DAYS)
                .orElse(true);
        return course.terms().since().isPresent()
                        && used
                        && near
                        && kind == Kind.BUILD
                        && rung() >= Level.SHORT_REPEATS.rung()
                ? 2
                : 1;
    }

    private static int weeksBetween(LocalDate one, LocalDate other) {
        return (int) ChronoUnit.WEEKS.between(one, other);
    }
}
