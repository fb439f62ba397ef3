package freshlegs.ingest.fit;

import com.garmin.fit.SubSport;
import freshlegs.model.Sport;
import java.util.Locale;
import java.util.Optional;

/** FIT's sports in our words. */
final class Sports {
    private Sports() {}

    static Sport of(int sport, int subSport) {
        return switch (com.garmin.fit.Sport.getByValue((short) sport)) {
            case RUNNING -> Sport.RUNNING;
            case WALKING -> Sport.WALKING;
            case HIKING, MOUNTAINEERING, SNOWSHOEING -> Sport.HIKING;
            case CYCLING, E_BIKING -> Sport.CYCLING;
            case SWIMMING -> Sport.SWIMMING;
            case CROSS_COUNTRY_SKIING, ALPINE_SKIING, SNOWBOARDING -> Sport.SKIING;
            case ROWING -> Sport.ROWING;
            case TRAINING -> training(subSport(subSport));
            case FITNESS_EQUIPMENT, GENERIC -> onMachine(subSport(subSport));
            default -> Sport.OTHER;
        };
    }

    /** The finer kind in lower case, unless it says nothing. */
    static Optional<String> subSportName(int code) {
        SubSport subSport = subSport(code);
        return subSport == SubSport.GENERIC || subSport == SubSport.INVALID
                ? Optional.empty()
                : Optional.of(subSport.name().toLowerCase(Locale.ROOT));
    }

    static boolean isOnFoot(Sport sport) {
        return sport == Sport.RUNNING || sport == Sport.WALKING || sport == Sport.HIKING;
    }

    private static Sport training(SubSport subSport) {
        return switch (subSport) {
            case GENERIC, INVALID, STRENGTH_TRAINING -> Sport.STRENGTH;
            default -> Sport.OTHER;
        };
    }

    private static Sport onMachine(SubSport subSport) {
        return switch (subSport) {
            case TREADMILL, INDOOR_RUNNING -> Sport.RUNNING;
            case INDOOR_WALKING -> Sport.WALKING;
            case INDOOR_CYCLING, SPIN -> Sport.CYCLING;
            case INDOOR_ROWING -> Sport.ROWING;
            case STRENGTH_TRAINING -> Sport.STRENGTH;
            default -> Sport.OTHER;
        };
    }

    private static SubSport subSport(int code) {
        return SubSport.getByValue((short) code);
    }
}
