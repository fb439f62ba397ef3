package freshlegs.ingest.fit;

import com.garmin.fit.LapMesg;
import com.garmin.fit.LapTrigger;
import com.garmin.fit.Mesg;
import com.garmin.fit.SplitMesg;
import com.garmin.fit.SplitType;
import freshlegs.model.fact.Lap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One lap as the watch closed it, at the watch's own time. */
record LapSummary(
        long start,
        double timerSeconds,
        OptionalDouble distanceMetres,
        OptionalInt meanHeartRateBpm,
        Lap.Intensity intensity,
        LapTrigger trigger,
        OptionalInt workoutStep) {

    private static final int HIGHEST_BPM = 254;

    /** Nothing when the lap has no time at all. */
    static Optional<LapSummary> of(Mesg mesg) {
        double timer = Field.number(mesg, LapMesg.TotalTimerTimeFieldNum);
        double elapsed = Field.number(mesg, LapMesg.TotalElapsedTimeFieldNum);
        double seconds = firstPositive(timer, elapsed);
        OptionalLong start = Field.time(mesg, LapMesg.StartTimeFieldNum);
        OptionalLong end = Field.timestamp(mesg);
        if (start.isEmpty() && end.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LapSummary(
                start.orElseGet(() -> Math.round(end.orElseThrow() - Math.max(seconds, firstPositive(elapsed, 0)))),
                seconds,
                Field.optionalNumber(mesg, LapMesg.TotalDistanceFieldNum),
                Field.whole(mesg, LapMesg.AvgHeartRateFieldNum, 1, HIGHEST_BPM),
                intensity(Field.code(mesg, LapMesg.IntensityFieldNum)),
                LapTrigger.getByValue((short) Field.code(mesg, LapMesg.LapTriggerFieldNum)),
                Field.whole(mesg, LapMesg.WktStepIndexFieldNum, 0, 0xFFFE)));
    }

    /** A split of a structured run as the lap that it could have been; of other kinds of splits nothing. */
    static Optional<LapSummary> ofSplit(Mesg mesg) {
        Lap.Intensity intensity = splitIntensity(Field.code(mesg, SplitMesg.SplitTypeFieldNum));
        OptionalLong start = Field.time(mesg, SplitMesg.StartTimeFieldNum);
        if (intensity == Lap.Intensity.UNKNOWN || start.isEmpty()) {
            return Optional.empty();
        }
        double timer = Field.number(mesg, SplitMesg.TotalTimerTimeFieldNum);
        return Optional.of(new LapSummary(
                start.getAsLong(),
                firstPositive(timer, Field.number(mesg, SplitMesg.TotalElapsedTimeFieldNum)),
                Field.optionalNumber(mesg, SplitMesg.TotalDistanceFieldNum),
                OptionalInt.empty(),
                intensity,
                LapTrigger.MANUAL,
                OptionalInt.empty()));
    }

    LapSummary with(Lap.Intensity told) {
        return new LapSummary(start, timerSeconds, distanceMetres, meanHeartRateBpm, told, trigger, workoutStep);
    }

    private static Lap.Intensity splitIntensity(int code) {
        return switch (SplitType.getByValue((short) code)) {
            case INTERVAL_ACTIVE -> Lap.Intensity.INTERVAL;
            case INTERVAL_REST, RUN_REST -> Lap.Intensity.REST;
            case INTERVAL_RECOVERY -> Lap.Intensity.RECOVERY;
            case INTERVAL_WARMUP -> Lap.Intensity.WARMUP;
            case INTERVAL_COOLDOWN -> Lap.Intensity.COOLDOWN;
            case RUN_ACTIVE, INTERVAL_OTHER -> Lap.Intensity.ACTIVE;
            default -> Lap.Intensity.UNKNOWN;
        };
    }

    static Lap.Intensity intensity(int code) {
        return switch (com.garmin.fit.Intensity.getByValue((short) code)) {
            case ACTIVE -> Lap.Intensity.ACTIVE;
            case INTERVAL -> Lap.Intensity.INTERVAL;
            case REST -> Lap.Intensity.REST;
            case RECOVERY -> Lap.Intensity.RECOVERY;
            case WARMUP -> Lap.Intensity.WARMUP;
            case COOLDOWN -> Lap.Intensity.COOLDOWN;
            default -> Lap.Intensity.UNKNOWN;
        };
    }

    private static double firstPositive(double one, double other) {
        if (one > 0) {
            return one;
        }
        return other > 0 ? other : 0;
    }
}
