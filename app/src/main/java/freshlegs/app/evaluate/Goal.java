package freshlegs.app.evaluate;

import java.util.Map;
import java.util.Optional;

/** What was hoped for before anything was measured. */
record Goal(double bound, boolean isLeast) {
    static final Map<String, Goal> BY_FIGURE = Map.of(
            "falseAmberPerAthleteYear", new Goal(0.5, false),
            "falseRedPerAthleteYear", new Goal(0.02, false),
            "severeDetectedWithin14Days", new Goal(0.93, true),
            "severeDetectedWithin21Days", new Goal(0.97, true),
            "moderateDetectedWithin21Days", new Goal(0.70, true),
            "paradoxicalDetectedWithin21Days", new Goal(0.72, true),
            "illnessWithSymptomsCalledIllness", new Goal(0.80, true));

    static Optional<Goal> of(String figure) {
        return Optional.ofNullable(BY_FIGURE.get(figure));
    }

    boolean isReached(double seen) {
        return isLeast ? seen >= bound : seen <= bound;
    }

    @Override
    public String toString() {
        return (isLeast ? "at least " : "at most ") + bound;
    }
}
