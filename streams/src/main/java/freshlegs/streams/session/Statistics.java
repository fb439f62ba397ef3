package freshlegs.streams.session;

import freshlegs.model.Rounding;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Session.HeartRate;
import freshlegs.model.fact.Session.Pace;
import java.util.OptionalDouble;

/** The sufficient statistics of heart rate and pace, rounded to published precision. */
final class Statistics {
    private static final double GOOD_ACCURACY_METRES = 15;

    private Statistics() {}

    /**
     * Heart rate over all recorded seconds, standing recoveries included; its valid share relative to the moving seconds, or to
     * the timer when nothing is known of the moving. Without samples only the watch's own mean is left, with a valid share of 0.
     */
    static HeartRate heartRate(Recording recording, Track track, boolean byMoving) {
        Series bpm = track.heartRate();
        if (bpm.known() == 0) {
            HeartRate none = HeartRate.none();
            return new HeartRate(
                    0,
                    recording.summary().meanHeartRateBpm().stream()
                            .filter(mean ->
                                    mean >= HeartRateCleaning.LOWEST_BPM && mean <= HeartRateCleaning.HIGHEST_BPM)
                            .asDoubleStream()
                            .findFirst(),
                    none.perBpm(),
                    none.peak30sBpm(),
                    none.peak5minBpm(),
                    none.peak20minBpm());
        }
        double valid = byMoving ? bpm.where(track.motion()::isMoving).known() : bpm.known();
        double all = byMoving
                ? track.motion().movingSeconds()
                : Math.max(track.size(), recording.summary().timerSeconds());
        Peaks peaks = Peaks.of(track.timeline(), bpm, 1);
        return new HeartRate(
                Rounding.to(3, valid / all),
                Rounding.to(1, bpm.mean()),
                Histograms.perBpm(bpm),
                peaks.over30s(),
                peaks.over5min(),
                peaks.over20min());
    }

    static Pace pace(Recording recording, Track track) {
        Series moving = track.movingGradeAdjusted();
        Peaks peaks = Peaks.of(track.timeline(), track.gradeAdjusted(), 3);
        return new Pace(
                Rounding.to(3, trustedShare(recording, track)),
                Rounding.to(3, moving.mean()),
                Histograms.perTenCentimetresASecond(moving),
                peaks.over30s(),
                peaks.over5min(),
                peaks.over20min());
    }

    /** Only a mean, from the watch's own distance and timer, and no trust in it. */
    static Pace paceOfSummary(double metres, double seconds) {
        Pace none = Pace.none();
        if (metres <= 0 || seconds <= 0 || metres / seconds > Track.FASTEST_ON_FOOT_METRES_PER_SECOND) {
            return none;
        }
        return new Pace(
                0,
                OptionalDouble.of(Rounding.to(3, metres / seconds)),
                none.perCentimetreASecond(),
                none.peak30sMetresPerSecond(),
                none.peak5minMetresPerSecond(),
                none.peak20minMetresPerSecond());
    }

    /**
     * The share of moving seconds with a positioning accuracy of 15 m or better. Indoors the pod or belt is trusted. Many watches
     * keep no accuracy; then the recorded seconds whose speed is known count instead.
     */
    private static double trustedShare(Recording recording, Track track) {
        if (Track.isIndoor(recording)) {
            return 1;
        }
        Series accuracy = track.gpsAccuracy().where(track.motion()::isMoving);
        if (accuracy.known() == 0) {
            return (double) track.motion().speed().known() / track.size();
        }
        double good = accuracy.where(cell -> accuracy.at(cell) <= GOOD_ACCURACY_METRES)
                .known();
        return good / track.motion().movingSeconds();
    }
}
