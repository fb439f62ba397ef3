package freshlegs.streams.plan;

import freshlegs.model.fact.Goal;
import freshlegs.model.plan.Extra;
import freshlegs.model.plan.PlanWeek.Kind;
import freshlegs.model.plan.Workout;
import freshlegs.model.result.Prescription.Aim;
import freshlegs.streams.plan.Level.Turn;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/**
 * What each day of a framed week is for: the race, key sessions on the hard days, the long run, easy running with strides or drills
 * on one of the days between, and rest with what goes with it.
 */
final class Week {
    private static final LocalDate A_MONDAY = LocalDate.of(2001, 1, 1);
    private static final int MOST_TECHNICAL_MINUTES = 40;
    private static final int BLOCK_WEEKS = 4;
    private static final int SECOND_WEEK = 2;
    private static final double FEWER = 0.7;
    private static final int CLOSE_TO_RACE_DAYS = 10;
    static final int LAST_KEY_DAYS = 3;
    private static final int TRIALS_APART_DAYS = 21;
    static final int REST_AFTER_RACE_DAYS = 2;
    private static final int EASY_AFTER_RACE_DAYS = 7;
    private static final int SHAKE_OUT_MINUTES = 20;
    private static final int TRIAL_METRES = 5000;

    private final Frame frame;
    private final Course course;
    private final Standing standing;
    private final Optional<Aim> aim;
    private final Sessions sessions;
    private final Caps caps;
    private final List<DayOfWeek> hardDays;
    private final WeekPlaces places;

    Week(Frame frame, Course course, Standing standing, Optional<Aim> aim, Sessions sessions, Caps caps) {
        this.frame = frame;
        this.course = course;
        this.standing = standing;
        this.aim = aim;
        this.sessions = sessions;
        this.caps = caps;
        this.hardDays = course.terms().hardDays(frame.hardDays());
        this.places = course.places().without(frame.monday(), this::isFixed);
    }

    static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static int turnOf(LocalDate date) {
        return (int) ChronoUnit.WEEKS.between(A_MONDAY, monday(date));
    }

    Workout on(LocalDate date) {
        if (aim.filter(goal -> goal.date().equals(date)).isPresent()) {
            return goal(aim.get());
        }
        if (isEve(date)) {
            return sessions.strides(SHAKE_OUT_MINUTES, 4);
        }
        if (!course.terms().days().contains(part(date)) || isWithin(date, REST_AFTER_RACE_DAYS)) {
            return sessions.rest(extras(date));
        }
        Workout run = run(date);
        return isKey(date) ? caps.fitKey(run, frame, sessions) : caps.fit(run, sessions);
    }

    private Workout goal(Aim goal) {
        return goal.event() == Goal.Event.RACE
                ? sessions.race(goal.distanceMetres())
                : sessions.timeTrial(goal.distanceMetres());
    }

    /** The week's first key session, on another day than its own. */
    Workout moved(LocalDate date) {
        return rung() > 0 ? key(date) : on(date);
    }

    /** Whether the day's session is one of those that are counted and graded. */
    boolean isKey(LocalDate date) {
        return rung() > 0
                && frame.kind() != Kind.RECOVERY
                && hardDays.contains(part(date))
                && isKeyTime(date)
                && !isWithin(date, EASY_AFTER_RACE_DAYS);
    }

    private Workout run(LocalDate date) {
        if (isKey(date)) {
            return key(date);
        }
        if (isLong(date)) {
            return sessions.longRun(caps.longMinutes(frame));
        }
        List<DayOfWeek> others = otherDays();
        int minutes = caps.easyMinutes(frame, keyMetres(), others.indexOf(part(date)), others.size());
        if (minutes == 0) {
            return sessions.rest(Extra.MOBILITY);
        }
        if (!isFormDay(date) || rung() == 0 || isWithin(date, EASY_AFTER_RACE_DAYS)) {
            return sessions.easy(minutes);
        }
        return turnOf(date) % 2 == 0 && rung() >= Level.TEMPO.rung()
                ? sessions.technical(Math.min(MOST_TECHNICAL_MINUTES, minutes))
                : sessions.strides(minutes, 4);
    }

    private Workout key(LocalDate date) {
        if (isTrial(date)) {
            return sessions.timeTrial(TRIAL_METRES);
        }
        Turn turn = new Turn(fullWeeks(date), share(), standing.successesHere());
        boolean sharpen = frame.kind() == Kind.TAPER || frame.kind() == Kind.RACE;
        if (sharpen && rung() > Level.FOUR_HUNDREDS.rung()) {
            return Level.FOUR_HUNDREDS.key(sessions, turn);
        }
        boolean second = hardDays.indexOf(part(date)) == 1;
        return second ? sessions.tempo(turn.of(15), 1) : Level.of(rung()).key(sessions, turn);
    }

    /** Light weeks do not count, so that every session has its turn. */
    private int fullWeeks(LocalDate date) {
        int weeks = frame.number() > 0 ? frame.number() : turnOf(date) + 1;
        return weeks - weeks / BLOCK_WEEKS;
    }

    /** The rung of the week's frame, or what is left of it; on the way back one less. */
    int rung() {
        return Math.max(0, Math.min(frame.rung(), standing.level()) - (standing.comingBack() ? 1 : 0));
    }

    private double share() {
        boolean light = frame.kind() == Kind.LIGHT || frame.kind() == Kind.TAPER || frame.kind() == Kind.RACE;
        return light || standing.comingBack() ? FEWER : 1;
    }

    /** At the end of a block, and early when nothing else says where the athlete stands. */
    private boolean isTrial(LocalDate date) {
        boolean block = frame.kind() == Kind.LIGHT && frame.number() > 0;
        boolean unknown =
                frame.number() == SECOND_WEEK && course.benchmarks().known().isEmpty();
        boolean apart = course.benchmarks().recent(date, TRIALS_APART_DAYS).isEmpty();
        return (block || unknown)
                && apart
                && rung() >= Level.STRIDES.rung()
                && !standing.comingBack()
                && hardDays.indexOf(part(date)) == 0
                && daysToGoal(date) > CLOSE_TO_RACE_DAYS;
    }

    private boolean isKeyTime(LocalDate date) {
        return daysToGoal(date) >= LAST_KEY_DAYS || daysToGoal(date) < 0;
    }

    /** Which day of an unmoved week the date stands for. */
    private DayOfWeek part(LocalDate date) {
        return places.dayOf(date);
    }

    /** A race and its eve keep their day, and so do the days of rest after it. */
    private boolean isFixed(LocalDate date) {
        return daysToGoal(date) == 0 || isEve(date) || isWithin(date, REST_AFTER_RACE_DAYS);
    }

    private boolean isEve(LocalDate date) {
        return daysToGoal(date) == 1;
    }

    /** Far away when there is none. */
    private long daysToGoal(LocalDate date) {
        return aim.map(goal -> ChronoUnit.DAYS.between(date, goal.date())).orElse((long) Integer.MAX_VALUE);
    }

    private boolean isWithin(LocalDate date, int daysAfterRace) {
        return course.lastRace()
                .filter(race -> date.isAfter(race) && !date.isAfter(race.plusDays(daysAfterRace)))
                .isPresent();
    }

    /** The first day of the week that is neither hard nor long. */
    private boolean isFormDay(LocalDate date) {
        return otherDays().indexOf(part(date)) == 0;
    }

    private boolean isLong(LocalDate date) {
        return part(date) == course.terms().longRun()
                && frame.kind() != Kind.RACE
                && !isWithin(date, EASY_AFTER_RACE_DAYS);
    }

    private List<DayOfWeek> otherDays() {
        return course.terms().days().stream()
                .filter(day -> {
                    LocalDate date = places.dateOf(frame.monday(), day);
                    return !isKey(date) && !isLong(date);
                })
                .toList();
    }

    private int keyMetres() {
        int metres = 0;
        for (int day = 0; day < 7; day++) {
            LocalDate date = frame.monday().plusDays(day);
            metres += isKey(date) ? caps.metres(caps.fitKey(key(date), frame, sessions)) : 0;
        }
        return metres;
    }

    /** Mobility on the first day of rest, something else that moves on the second. */
    private Extra[] extras(LocalDate date) {
        List<DayOfWeek> rest = List.of(DayOfWeek.values()).stream()
                .filter(day -> !course.terms().days().contains(day))
                .toList();
        return switch (rest.indexOf(part(date))) {
            case 0 -> new Extra[] {Extra.MOBILITY};
            case 1 -> new Extra[] {Extra.CROSS_TRAINING, Extra.MOBILITY};
            default -> new Extra[] {};
        };
    }
}
