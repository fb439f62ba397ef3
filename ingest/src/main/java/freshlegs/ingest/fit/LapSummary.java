package freshlegs.ingest.fit;

import com.garmin.fit.LapMesg;
import com.garmin.fit.LapTrigger;
import com.garmin.fit.Mesg;
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
        boolean workoutStep) {

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
                Field.code(mesg, LapMesg.WktStepIndexFieldNum) >= 0));
    }

    private static Lap.Intensity intensity(int code) {
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
