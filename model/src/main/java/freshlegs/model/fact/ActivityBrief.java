package freshlegs.model.fact;

import freshlegs.model.Sport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What a file's owner wants to see of an activity it held. */
public record ActivityBrief(
        String id,
        Sport sport,
        Instant start,
        LocalDate localDate,
        OptionalDouble distanceMetres,
        double timerSeconds,
        OptionalInt meanHeartRate,
        int samples) {}
