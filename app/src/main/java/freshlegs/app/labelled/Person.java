package freshlegs.app.labelled;

import freshlegs.model.AthleteId;
import freshlegs.model.Sex;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;

/** A row of {@code athletes.csv}; heart rates in beats a minute. */
public record Person(
        AthleteId athlete,
        ZoneId zone,
        Optional<Sex> sex,
        OptionalInt birthYear,
        OptionalInt restingHeartRate,
        OptionalInt maxHeartRate,
        OptionalInt thresholdHeartRate) {}
