package freshlegs.model.fact;

import java.util.OptionalInt;

/**
 * What a watch believes of its wearer, in beats a minute. Often it is a default worked out from the age, so it only counts where
 * nothing better is known.
 */
public record WatchProfile(
        OptionalInt restingHeartRateBpm, OptionalInt maximalHeartRateBpm, OptionalInt thresholdHeartRateBpm) {
    public static final WatchProfile UNKNOWN =
            new WatchProfile(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
}
