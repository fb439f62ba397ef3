package freshlegs.streams.load;

import freshlegs.model.Sex;
import freshlegs.model.fact.Profile;
import java.util.List;
import java.util.OptionalInt;

/** What all profiles up to a day say together: a later one replaces only what it states. */
public record AthleteProfile(
        Sex sex,
        OptionalInt birthYear,
        OptionalInt restingHeartRateBpm,
        OptionalInt maximalHeartRateBpm,
        OptionalInt thresholdHeartRateBpm,
        OptionalInt thresholdPaceSecondsPerKilometre) {

    public static AthleteProfile unknown() {
        OptionalInt none = OptionalInt.empty();
        return new AthleteProfile(Sex.UNKNOWN, none, none, none, none, none);
    }

    /** This profile overlaid with {@code later} ones, in their order. */
    public AthleteProfile with(List<Profile> later) {
        AthleteProfile merged = this;
        for (Profile profile : later) {
            merged = merged.with(profile);
        }
        return merged;
    }

    private AthleteProfile with(Profile later) {
        return new AthleteProfile(
                later.sex().orElse(sex),
                newest(later.birthYear(), birthYear),
                newest(later.restingHeartRateBpm(), restingHeartRateBpm),
                newest(later.maximalHeartRateBpm(), maximalHeartRateBpm),
                newest(later.thresholdHeartRateBpm(), thresholdHeartRateBpm),
                newest(later.thresholdPaceSecondsPerKilometre(), thresholdPaceSecondsPerKilometre));
    }

    private static OptionalInt newest(OptionalInt stated, OptionalInt before) {
        return stated.isPresent() ? stated : before;
    }
}
