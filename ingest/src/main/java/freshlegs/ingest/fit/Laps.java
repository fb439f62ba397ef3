package freshlegs.ingest.fit;

import freshlegs.model.fact.Lap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Tells laps that distance or time closed by themselves from laps of the runner or of a workout. */
final class Laps {
    private static final double EVEN = 0.01;

    private Laps() {}

    /** One activity's laps in order. */
    static List<Lap> of(List<LapSummary> told, long activityStart) {
        boolean even = areEven(told);
        List<Lap> laps = new ArrayList<>();
        boolean auto = true;
        for (LapSummary lap : told) {
            auto = lap.workoutStep().isEmpty() && isAuto(lap, auto, even);
            laps.add(new Lap(
                    Math.max(0, lap.start() - activityStart),
                    lap.timerSeconds(),
                    lap.distanceMetres(),
                    lap.meanHeartRateBpm(),
                    lap.intensity(),
                    auto));
        }
        return laps;
    }

    /** The lap that the end closed is as automatic as the one before it; without a stated trigger, evenness tells. */
    private static boolean isAuto(LapSummary lap, boolean previousWasAuto, boolean even) {
        return switch (lap.trigger()) {
            case MANUAL, FITNESS_EQUIPMENT -> false;
            case SESSION_END -> previousWasAuto;
            case INVALID -> even;
            default -> true;
        };
    }

    private static boolean areEven(List<LapSummary> laps) {
        List<LapSummary> full = laps.isEmpty() ? laps : laps.subList(0, laps.size() - 1);
        return areEven(full, lap -> lap.distanceMetres().orElse(0)) || areEven(full, LapSummary::timerSeconds);
    }

    private static boolean areEven(List<LapSummary> laps, ToDoubleFunction<LapSummary> length) {
        double shortest = laps.stream().mapToDouble(length).min().orElse(1);
        double longest = laps.stream().mapToDouble(length).max().orElse(1);
        return shortest > 0 && longest - shortest <= EVEN * longest;
    }
}
