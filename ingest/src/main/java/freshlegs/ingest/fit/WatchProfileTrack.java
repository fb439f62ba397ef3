package freshlegs.ingest.fit;

import com.garmin.fit.Mesg;
import com.garmin.fit.TimeInZoneMesg;
import com.garmin.fit.UserProfileMesg;
import com.garmin.fit.ZonesTargetMesg;
import freshlegs.model.fact.WatchProfile;
import java.util.OptionalInt;

/**
 * What a watch believes of its wearer, from {@code user_profile} before {@code zones_target} before {@code time_in_zone}, the
 * first statement of each; what no athlete has (a resting heart rate of zero) is not said.
 */
final class WatchProfileTrack {
    private OptionalInt restingOfUser = OptionalInt.empty();
    private OptionalInt restingOfZones = OptionalInt.empty();
    private OptionalInt maximalOfUser = OptionalInt.empty();
    private OptionalInt maximalOfTarget = OptionalInt.empty();
    private OptionalInt maximalOfZones = OptionalInt.empty();
    private OptionalInt thresholdOfTarget = OptionalInt.empty();
    private OptionalInt thresholdOfZones = OptionalInt.empty();

    void takeUserProfile(Mesg mesg) {
        restingOfUser = first(restingOfUser, resting(mesg, UserProfileMesg.RestingHeartRateFieldNum));
        OptionalInt running = maximal(mesg, UserProfileMesg.DefaultMaxRunningHeartRateFieldNum);
        OptionalInt any = maximal(mesg, UserProfileMesg.DefaultMaxHeartRateFieldNum);
        maximalOfUser = first(maximalOfUser, first(running, any));
    }

    void takeZonesTarget(Mesg mesg) {
        maximalOfTarget = first(maximalOfTarget, maximal(mesg, ZonesTargetMesg.MaxHeartRateFieldNum));
        thresholdOfTarget = first(thresholdOfTarget, threshold(mesg, ZonesTargetMesg.ThresholdHeartRateFieldNum));
    }

    void takeTimeInZone(Mesg mesg) {
        restingOfZones = first(restingOfZones, resting(mesg, TimeInZoneMesg.RestingHeartRateFieldNum));
        maximalOfZones = first(maximalOfZones, maximal(mesg, TimeInZoneMesg.MaxHeartRateFieldNum));
        thresholdOfZones = first(thresholdOfZones, threshold(mesg, TimeInZoneMesg.ThresholdHeartRateFieldNum));
    }

    WatchProfile profile() {
        return new WatchProfile(
                first(restingOfUser, restingOfZones),
                first(maximalOfUser, first(maximalOfTarget, maximalOfZones)),
                first(thresholdOfTarget, thresholdOfZones));
    }

    private static OptionalInt resting(Mesg mesg, int field) {
        return Field.whole(mesg, field, 25, 120);
    }

    private static OptionalInt maximal(Mesg mesg, int field) {
        return Field.whole(mesg, field, 100, 230);
    }

    private static OptionalInt threshold(Mesg mesg, int field) {
        return Field.whole(mesg, field, 80, 220);
    }

    private static OptionalInt first(OptionalInt one, OptionalInt other) {
        return one.isPresent() ? one : other;
    }
}
