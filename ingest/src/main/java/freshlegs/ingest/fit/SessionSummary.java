package freshlegs.ingest.fit;

import com.garmin.fit.Mesg;
import com.garmin.fit.SessionMesg;
import freshlegs.model.Sport;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a watch says of one session, as it says it. */
record SessionSummary(
        OptionalLong start,
        OptionalLong end,
        Sport sport,
        Optional<String> subSport,
        OptionalDouble timerSeconds,
        OptionalDouble elapsedSeconds,
        OptionalDouble distanceMetres,
        OptionalInt meanHeartRateBpm,
        OptionalInt maximalHeartRateBpm,
        OptionalDouble workoutRpe,
        OptionalInt workoutFeel) {

    private static final int HIGHEST_BPM = 254;

    static SessionSummary of(Mesg mesg) {
        int subSport = Field.code(mesg, SessionMesg.SubSportFieldNum);
        return new SessionSummary(
                Field.time(mesg, SessionMesg.StartTimeFieldNum),
                Field.timestamp(mesg),
                Sports.of(Field.code(mesg, SessionMesg.SportFieldNum), subSport),
                Sports.subSportName(subSport),
                notNegative(Field.optionalNumber(mesg, SessionMesg.TotalTimerTimeFieldNum)),
                notNegative(Field.optionalNumber(mesg, SessionMesg.TotalElapsedTimeFieldNum)),
                notNegative(Field.optionalNumber(mesg, SessionMesg.TotalDistanceFieldNum)),
                Field.whole(mesg, SessionMesg.AvgHeartRateFieldNum, 1, HIGHEST_BPM),
                Field.whole(mesg, SessionMesg.MaxHeartRateFieldNum, 1, HIGHEST_BPM),
                tenth(Field.whole(mesg, SessionMesg.WorkoutRpeFieldNum, 0, 100)),
                Field.whole(mesg, SessionMesg.WorkoutFeelFieldNum, 0, 100));
    }

    /** For an activity whose watch summed up nothing. */
    static SessionSummary unsaid(Sport sport, Optional<String> subSport) {
        return new SessionSummary(
                OptionalLong.empty(),
                OptionalLong.empty(),
                sport,
                subSport,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty());
    }

    private static OptionalDouble notNegative(OptionalDouble number) {
        return number.isPresent() && number.getAsDouble() < 0 ? OptionalDouble.empty() : number;
    }

    private static OptionalDouble tenth(OptionalInt number) {
        return number.isPresent() ? OptionalDouble.of(number.getAsInt() / 10.0) : OptionalDouble.empty();
    }
}
