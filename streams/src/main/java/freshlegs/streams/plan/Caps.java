package freshlegs.streams.plan;

import freshlegs.model.plan.PlanWeek.Kind;
import freshlegs.model.plan.Workout;

/**
 * How long a run and a week may be: a run at most a tenth longer than the longest of the last 30 days, by time and by distance
 * (Frandsen 2025 for the spike in one session), a week what its frame says; whoever has run little or not at all may always run 30
 * minutes, three times a week.
 */
final class Caps {
    static final double SPIKE = 1.10;
    static final int FLOOR_MINUTES = 30;
    static final int FLOOR_RUNS = 3;

    private static final int LEAST_LONG_MINUTES = 30;
    private static final int MOST_LONG_MINUTES = 120;
    private static final int LEAST_EASY_MINUTES = 20;
    private static final int MOST_EASY_MINUTES = 60;
    private static final int UNBOUND_EASY_MINUTES = 40;
    private static final double LONG_SHARE = 0.34;
    private static final double KEY_SHARE = 0.4;
    private static final double SHORT_LONG_SHARE = 0.25;
    private static final int MINUTE = 60;

    private final Recently recently;
    private final double easySpeed;

    Caps(Recently recently, double easySpeed) {
        this.recently = recently;
        this.easySpeed = easySpeed;
    }

    int metres(Workout workout) {
        return workout.kind().isRun() ? Sizes.metres(workout, easySpeed) : 0;
    }

    int mostMinutes() {
        return Math.max(FLOOR_MINUTES, (int) (SPIKE * recently.longestMinutes()));
    }

    int mostMetres() {
        return Math.max(floorMetres(), (int) (SPIKE * recently.longestMetres()));
    }

    /** What this week still holds; 30 minutes as long as fewer than three runs have been run. */
    int leftMetres(Frame frame) {
        int left = frame.mostMetres() - recently.thisWeek(day -> day.ran().metres());
        boolean few = recently.thisWeek(day -> day.ran().runs()) < FLOOR_RUNS;
        return Math.max(few ? floorMetres() : 0, left);
    }

    private int floorMetres() {
        return (int) Math.round(FLOOR_MINUTES * MINUTE * easySpeed);
    }

    /** A run that no cap forbids: the same if it is short enough, else less of it, else an easy run. */
    Workout fit(Workout workout, Sessions sessions) {
        return fit(workout, mostMetres(), sessions);
    }

    /** A key session that leaves room for the week's other runs. */
    Workout fitKey(Workout workout, Frame frame, Sessions sessions) {
        int share = (int) Math.round(KEY_SHARE * frame.mostMetres());
        return frame.isBound()
                ? fit(workout, Math.min(mostMetres(), Math.max(floorMetres(), share)), sessions)
                : fit(workout, sessions);
    }

    Workout fit(Workout workout, int most, Sessions sessions) {
        if (!workout.kind().isRun()) {
            return workout;
        }
        return sessions.fittedTo(workout, mostMinutes(), most)
                .filter(less -> metres(less) <= most)
                .orElseGet(() -> {
                    int minutes = Sizes.within(Math.min(mostMinutes(), most / easySpeed / MINUTE));
                    return minutes < LEAST_EASY_MINUTES ? sessions.rest() : sessions.easy(minutes);
                });
    }

    int longMinutes(Frame frame) {
        double share = frame.kind() == Kind.TAPER || frame.kind() == Kind.RACE ? SHORT_LONG_SHARE : LONG_SHARE;
        int third = frame.isBound() ? Sizes.nearest(share * weekMinutes(frame)) : MOST_LONG_MINUTES;
        int allowed = Sizes.within(Math.min(mostMinutes(), mostMetres() / easySpeed / MINUTE));
        return Math.min(Math.max(LEAST_LONG_MINUTES, Math.min(third, MOST_LONG_MINUTES)), allowed);
    }

    /**
     * Of the {@code which}-th of {@code runs} other runs, when the key sessions together are {@code keyMetres} long; 0 when the week
     * has no room for it.
     */
    int easyMinutes(Frame frame, int keyMetres, int which, int runs) {
        if (!frame.isBound()) {
            return UNBOUND_EASY_MINUTES;
        }
        double left = weekMinutes(frame) - longMinutes(frame) - keyMetres / easySpeed / MINUTE;
        int fitting = (int) Math.max(0, Math.min(runs, left / LEAST_EASY_MINUTES));
        return which < fitting ? Math.min(MOST_EASY_MINUTES, Sizes.within(left / fitting)) : 0;
    }

    private double weekMinutes(Frame frame) {
        return frame.mostMetres() / easySpeed / MINUTE;
    }
}
