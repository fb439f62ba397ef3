package freshlegs.ingest.fit;

import com.garmin.fit.Intensity;
import com.garmin.fit.Sport;
import freshlegs.model.fact.Lap;
import java.util.Optional;

/** Our words in FIT's. */
final class FitEncoderNames {
    private FitEncoderNames() {}

    static Sport sport(freshlegs.model.Sport sport) {
        return switch (sport) {
            case RUNNING -> Sport.RUNNING;
            case WALKING -> Sport.WALKING;
            case HIKING -> Sport.HIKING;
            case CYCLING -> Sport.CYCLING;
            case SWIMMING -> Sport.SWIMMING;
            case SKIING -> Sport.CROSS_COUNTRY_SKIING;
            case ROWING -> Sport.ROWING;
            case STRENGTH -> Sport.TRAINING;
            case OTHER -> Sport.GENERIC;
        };
    }

    static Optional<Intensity> intensity(Lap.Intensity intensity) {
        return switch (intensity) {
            case ACTIVE -> Optional.of(Intensity.ACTIVE);
            case INTERVAL -> Optional.of(Intensity.INTERVAL);
            case REST -> Optional.of(Intensity.REST);
            case RECOVERY -> Optional.of(Intensity.RECOVERY);
            case WARMUP -> Optional.of(Intensity.WARMUP);
            case COOLDOWN -> Optional.of(Intensity.COOLDOWN);
            case UNKNOWN -> Optional.empty();
        };
    }
}
