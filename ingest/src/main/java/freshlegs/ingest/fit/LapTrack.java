package freshlegs.ingest.fit;

import com.garmin.fit.Mesg;
import com.garmin.fit.WorkoutStepMesg;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.fact.Lap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A part's laps, with what else says what they were for: a lap that does not say takes the intensity of its workout step, and
 * the splits of a structured run stand for its laps where no lap tells work from rest.
 */
final class LapTrack {
    private static final int HIGHEST_STEP = 0xFFFE;

    private final Limits limits;
    private final List<LapSummary> laps = new ArrayList<>();
    private final List<LapSummary> splits = new ArrayList<>();
    private final Map<Integer, Lap.Intensity> steps = new HashMap<>();

    LapTrack(Limits limits) {
        this.limits = limits;
    }

    void takeLap(Mesg mesg) {
        limits.check(Limit.LAPS, laps.size() + 1L);
        LapSummary.of(mesg).ifPresent(laps::add);
    }

    void takeSplit(Mesg mesg) {
        limits.check(Limit.LAPS, splits.size() + 1L);
        LapSummary.ofSplit(mesg).ifPresent(splits::add);
    }

    void takeStep(Mesg mesg) {
        Field.whole(mesg, WorkoutStepMesg.MessageIndexFieldNum, 0, HIGHEST_STEP).ifPresent(index -> {
            limits.check(Limit.LAPS, steps.size() + 1L);
            steps.put(index, LapSummary.intensity(Field.code(mesg, WorkoutStepMesg.IntensityFieldNum)));
        });
    }

    /** Those of one activity, in order. */
    List<LapSummary> laps(Predicate<LapSummary> belongs) {
        List<LapSummary> told =
                ordered(laps, belongs).stream().map(this::completed).toList();
        if (isStructured(told)) {
            return told;
        }
        List<LapSummary> instead = ordered(splits, belongs);
        return isStructured(instead) ? instead : told;
    }

    private LapSummary completed(LapSummary lap) {
        boolean asks =
                lap.intensity() == Lap.Intensity.UNKNOWN && lap.workoutStep().isPresent();
        return asks ? lap.with(steps.getOrDefault(lap.workoutStep().getAsInt(), Lap.Intensity.UNKNOWN)) : lap;
    }

    private static List<LapSummary> ordered(List<LapSummary> laps, Predicate<LapSummary> belongs) {
        return laps.stream()
                .filter(belongs)
                .sorted(Comparator.comparingLong(LapSummary::start))
                .toList();
    }

    private static boolean isStructured(List<LapSummary> laps) {
        return laps.stream().anyMatch(lap -> lap.intensity().isEasy())
                && laps.stream()
                        .anyMatch(lap ->
                                lap.intensity() == Lap.Intensity.INTERVAL || lap.intensity() == Lap.Intensity.ACTIVE);
    }
}
