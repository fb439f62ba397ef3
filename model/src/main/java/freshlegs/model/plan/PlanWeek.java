package freshlegs.model.plan;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * The week that a day belongs to: the {@code number}-th since the plan began (from 1; 0 without a plan), of how many up to the
 * race, what it is for, the metres that all its runs together may reach (races do not count; 0 when there is no bound yet), and
 * what every week should hold at least.
 */
public record PlanWeek(
        int number,
        OptionalInt of,
        LocalDate monday,
        Kind kind,
        int mostMetres,
        int leastEasyRuns,
        int leastMobility,
        int leastCrossTraining) {

    /** What a week is for. Volume and intensity never rise in the same one. */
    public enum Kind {
        BASE("base"),
        BUILD("a little more volume"),
        STEP_UP("a step up in intensity, no more volume"),
        LIGHT("lighter, to take the training in and to look at the goal again"),
        RETURN("back after a break, gently"),
        TAPER("less volume, the same pace, fresh for the race"),
        RACE("race week"),
        RECOVERY("easy after the race"),
        MAINTENANCE("blended maintenance");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
