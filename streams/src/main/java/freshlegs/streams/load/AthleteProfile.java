package freshlegs.streams.load;

import freshlegs.model.Sex;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.WatchProfile;
import java.util.List;
import java.util.OptionalInt;

/**
 * What all profiles up to a day say together: a later one replaces only what it states. {@code watch} is what the watches of the
 * sessions up to that day believe, in the same way.
 */
public record AthleteProfile(
        Sex sex,
        OptionalInt birthYear,
        OptionalInt restingHeartRateBpm,
        OptionalInt maximalHeartRateBpm,
        OptionalInt thresholdHeartRateBpm,
        OptionalInt thresholdPaceSecondsPerKilometre,
        WatchProfile watch) {

    public static AthleteProfile unknown() {
        OptionalInt none = OptionalInt.empty();
        return new AthleteProfile(Sex.UNKNOWN, none, none, none, none, none, WatchProfile.UNKNOWN);
    }

    /** This profile overlaid with {@code later} ones, in their order. */
    public AthleteProfile with(List<Profile> later) {
        AthleteProfile merged = this;
        for (Profile profile : later) {
            merged = merged.with(profile);
        }
        return merged;
    }

    /** This profile with what the watches of {@code later} sessions say, in the order of their start. */
    AthleteProfile withWatches(List<Session> later) {
        WatchProfile told = watch;
        for (Session session : later) {
            WatchProfile newer = session.watchProfile();
            told = new WatchProfile(
                    newest(newer.restingHeartRateBpm(), told.restingHeartRateBpm()),
                    newest(newer.maximalHeartRateBpm(), told.maximalHeartRateBpm()),
                    newest(newer.thresholdHeartRateBpm(), told.thresholdHeartRateBpm()));
        }
        return new AthleteProfile(
                sex,
                birthYear,
                restingHeartRateBpm,
                maximalHeartRateBpm,
                thresholdHeartRateBpm,
                thresholdPaceSecondsPerKilometre,
                told);
    }

    private AthleteProfile with(Profile later) {
        return new AthleteProfile(
                later.sex().orElse(sex),
                newest(later.birthYear(), birthYear),
                newest(later.restingHeartRateBpm(), restingHeartRateBpm),
                newest(later.maximalHeartRateBpm(), maximalHeartRateBpm),
                newest(later.thresholdHeartRateBpm(), thresholdHeartRateBpm),
                newest(later.thresholdPaceSecondsPerKilometre(), thresholdPaceSecondsPerKilometre),
                watch);
    }

    private static OptionalInt newest(OptionalInt stated, OptionalInt before) {
        return stated.isPresent() ? stated : before;
    }
}
