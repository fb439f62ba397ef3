package freshlegs.streams.plan;

import freshlegs.model.Sport;
import freshlegs.model.fact.Session;
import freshlegs.model.plan.Workout;
import java.util.List;

/** What was run on a day: the longest run's minutes and metres, and metres, seconds and number of all runs together. */
record Ran(int longestMinutes, int longestMetres, int metres, int seconds, int runs) {
    static final Ran NOTHING = new Ran(0, 0, 0, 0, 0);

    static Ran of(List<Session> sessions) {
        Ran ran = NOTHING;
        for (Session session : sessions) {
            if (session.sport() == Sport.RUNNING) {
                ran = ran.and(
                        (int) Math.round(session.timerSeconds() / 60), (int) Math.round(session.distanceMetres()), (int)
                                Math.round(session.timerSeconds()));
            }
        }
        return ran;
    }

    /** As if the workout had been run as it was asked. */
    static Ran as(Workout workout, double metresPerSecond) {
        return workout.kind().isRun()
                ? NOTHING.and(workout.minutes(), Sizes.metres(workout, metresPerSecond), workout.minutes() * 60)
                : NOTHING;
    }

    private Ran and(int runMinutes, int runMetres, int runSeconds) {
        return new Ran(
                Math.max(longestMinutes, runMinutes),
                Math.max(longestMetres, runMetres),
                metres + runMetres,
                seconds + runSeconds,
                runs + 1);
    }
}
