package freshlegs.streams.plan;

import freshlegs.model.plan.Workout;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The week's shape: one hard day, on Tuesday, a long run on Sunday, two days of rest; every fourth week is lighter by 30 %.
 * {@code longMinutes} is what Sunday may ask.
 */
record Week(Level level, double share, int longMinutes) {
    private static final double LIGHTER = 0.7;
    private static final LocalDate A_MONDAY = LocalDate.of(2001, 1, 1);

    Workout on(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case MONDAY, FRIDAY -> rest();
            case TUESDAY -> level.quality(date, share);
            case WEDNESDAY -> easy(inWeekOf(date, 40));
            case THURSDAY -> technique(inWeekOf(date, 40));
            case SATURDAY -> easy(inWeekOf(date, 30));
            case SUNDAY -> longRun(inWeekOf(date, longMinutes));
        };
    }

    private Workout technique(int minutes) {
        return level.compareTo(Level.STRIDES) < 0
                ? easy(minutes)
                : Workout.plain(
                        Workout.Kind.STRIDES, "Easy " + minutes + " min with 4 relaxed strides", minutes, false);
    }

    private static int inWeekOf(LocalDate date, int minutes) {
        LocalDate monday = date.with(DayOfWeek.MONDAY);
        boolean fourth = Math.floorMod(ChronoUnit.WEEKS.between(A_MONDAY, monday), 4) == 3;
        return fourth ? shortened(minutes, LIGHTER) : minutes;
    }

    /** To the nearest five minutes. */
    static int shortened(int minutes, double share) {
        return (int) (Math.round(minutes * share / 5) * 5);
    }

    static Workout rest() {
        return Workout.plain(Workout.Kind.REST, "Rest", 0, false);
    }

    static Workout easy(int minutes) {
        return Workout.plain(Workout.Kind.EASY, "Easy " + minutes + " min", minutes, false);
    }

    static Workout longRun(int minutes) {
        return Workout.plain(Workout.Kind.LONG, "Long run, " + minutes + " min easy", minutes, false);
    }

    static Workout technicalRun() {
        return Workout.plain(
                Workout.Kind.TECHNICAL, "Technical run: 35 min easy with drills and 4 relaxed strides", 35, false);
    }
}
