package freshlegs.app.world;

import freshlegs.app.labelled.RunRow.Kind;
import java.time.DayOfWeek;
import java.util.Optional;

/** A run as the week has it: {@code targetShare} of threshold speed in key sessions, {@code meanShare} all in all. */
record PlannedRun(Kind kind, boolean steady, double minutes, double meanShare, double targetShare, double effort) {
    private static final PlannedRun EASY = new PlannedRun(Kind.EASY, true, 45, 0.78, 0, 3);
    /** Over hills, without a steady stretch. */
    private static final PlannedRun HILLY = new PlannedRun(Kind.EASY, false, 40, 0.72, 0, 3);

    private static final PlannedRun LONG = new PlannedRun(Kind.LONG, true, 90, 0.78, 0, 4.5);
    private static final PlannedRun TEMPO = new PlannedRun(Kind.TEMPO, false, 52, 0.86, 1, 6.5);
    private static final PlannedRun INTERVALS = new PlannedRun(Kind.INTERVALS, false, 56, 0.84, 1.08, 7.5);

    /** One key session, by turns a tempo run and intervals, three runs with a steady stretch, the long one among them. */
    static Optional<PlannedRun> on(DayOfWeek weekday, int week, int runsAWeek) {
        return switch (weekday) {
            case MONDAY -> runsAWeek > 5 ? Optional.of(HILLY) : Optional.empty();
            case TUESDAY -> Optional.of(week % 2 == 0 ? TEMPO : INTERVALS);
            case WEDNESDAY -> runsAWeek > 4 ? Optional.of(HILLY) : Optional.empty();
            case THURSDAY, SATURDAY -> Optional.of(EASY);
            case FRIDAY -> Optional.empty();
            case SUNDAY -> Optional.of(LONG);
        };
    }
}
