package freshlegs.model.plan;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the plan's paces rest on. {@code vdot} (ml/kg/min, Daniels and Gilbert 1979) is empty when paces cannot be told and effort
 * alone counts; {@code change} compares the benchmark with the one before it; {@code predictedSeconds} is what the ability
 * promises over the goal's distance; {@code againstBest} compares it with the best of the last 400 days, in a
 * sentence.
 */
public record Ability(
        Basis basis,
        Optional<LocalDate> date,
        OptionalInt metres,
        OptionalDouble seconds,
        OptionalDouble vdot,
        Optional<Change> change,
        OptionalInt predictedSeconds,
        String againstBest) {
    public static final Ability UNKNOWN = new Ability(
            Basis.EFFORT,
            Optional.empty(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            "");

    /** Messages from before it was told say nothing of it. */
    public Ability {
        againstBest = Objects.requireNonNullElse(againstBest, "");
    }

    /** Where it is from. */
    public enum Basis {
        RACE,
        TIME_TRIAL,
        CRITICAL_SPEED,
        EFFORT
    }

    /** Against the benchmark before, in percent of its time, faster positive, and what the noise of a time trial lets one say. */
    public record Change(double percent, Size size) {
        /** Below 1.5 %, to 3.5 %, and above (noise of a 5K time trial: CV 1.5 %, Laursen 2007; 90 % MDC 3.5 %). */
        public enum Size {
            UNCHANGED,
            POSSIBLE,
            CLEAR
        }
    }
}
