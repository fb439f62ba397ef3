package freshlegs.model.fact;

import freshlegs.model.AthleteId;
import freshlegs.model.Sex;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of the athlete from {@code localDate} on; a later one replaces only what it states. The day of
 * {@link #SINCE_EVER} stands for "always".
 */
public record Profile(
        AthleteId athlete,
        LocalDate localDate,
        String revision,
        Instant ingestedAt,
        Instant recordedAt,
        Optional<ZoneId> zone,
        Optional<Sex> sex,
        OptionalInt birthYear,
        OptionalInt restingHeartRateBpm,
        OptionalInt maximalHeartRateBpm,
        OptionalInt thresholdHeartRateBpm,
        OptionalInt thresholdPaceSecondsPerKilometre)
        implements Fact {

    public static final LocalDate SINCE_EVER = LocalDate.of(2000, 1, 1);

    public Profile {
        Range.check("birth year", birthYear, 1900, 2100);
        Range.check("resting heart rate", restingHeartRateBpm, 25, 120);
        Range.check("maximal heart rate", maximalHeartRateBpm, 100, 230);
        Range.check("threshold heart rate", thresholdHeartRateBpm, 80, 220);
        Range.check("threshold pace (seconds per kilometre)", thresholdPaceSecondsPerKilometre, 120, 900);
    }

    @Override
    public String factId() {
        return localDate.toString();
    }

    @Override
    public FactKind kind() {
        return FactKind.PROFILE;
    }

    @Override
    public long rank() {
        return recordedAt.toEpochMilli();
    }
}
