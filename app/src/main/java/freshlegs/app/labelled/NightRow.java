package freshlegs.app.labelled;

import java.time.LocalDate;
import java.util.OptionalDouble;

/** A row of {@code readings.csv}: bpm, milliseconds and hours of the night that ended on {@code date}; empty is missing. */
public record NightRow(
        LocalDate date, OptionalDouble restingHeartRate, OptionalDouble rmssdMs, OptionalDouble sleepHours) {}
