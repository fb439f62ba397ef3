package freshlegs.streams.session;

import freshlegs.model.fact.Column;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Samples;
import java.util.Locale;

/** A recording's samples, cleaned, second by second. Grade in percent, speeds in metres a second. */
record Track(
        Motion motion,
        Series grade,
        Series gradeAdjusted,
        Series heartRate,
        Series temperature,
        Series gpsAccuracy,
        Series cadence,
        Series stanceTime) {
    /** A sprinter's peak; faster on foot is a positioning error. */
    static final double FASTEST_ON_FOOT_METRES_PER_SECOND = 12;

    static final double FASTEST_METRES_PER_SECOND = 40;

    static Track of(Recording recording) {
        Samples samples = recording.samples();
        Rows rows = Rows.of(samples);
        Timeline timeline = Timeline.of(rows, recording.pauses());
        Motion motion = motion(recording, rows, timeline);
        Series grade = isIndoor(recording)
                ? Series.of(timeline.size(), cell -> 0)
                : Gradient.of(motion, resample(timeline, rows, samples.altitudeDecimetres(), 10));
        Series gradeAdjusted = Series.of(
                timeline.size(), cell -> GradeAdjustment.adjust(motion.speed().at(cell), grade.at(cell, 0)));
        Series bpm =
                Resampling.of(timeline, rows, row -> HeartRateCleaning.valid(rows.at(samples.heartRateBpm(), row)));
        Series cadence = resample(timeline, rows, samples.cadenceStepsPerMinute(), 1);
        return new Track(
                motion,
                grade,
                gradeAdjusted,
                HeartRateCleaning.clean(bpm, cadence, motion, gradeAdjusted, recording.heartRateSource()),
                resample(timeline, rows, samples.temperatureCelsius(), 1),
                resample(timeline, rows, samples.gpsAccuracyMetres(), 1),
                cadence,
                resample(timeline, rows, samples.stanceTimeTenthMilliseconds(), 10));
    }

    /** Treadmills and halls: the belt's or the pod's speed is all there is, and it is level. */
    static boolean isIndoor(Recording recording) {
        String subSport = recording.subSport().orElse("").toLowerCase(Locale.ROOT);
        return subSport.contains("treadmill") || subSport.contains("indoor");
    }

    private static Motion motion(Recording recording, Rows rows, Timeline timeline) {
        boolean onFoot =
                switch (recording.sport()) {
                    case RUNNING, WALKING, HIKING -> true;
                    default -> false;
                };
        double fastest = onFoot ? FASTEST_ON_FOOT_METRES_PER_SECOND : FASTEST_METRES_PER_SECOND;
        Samples samples = recording.samples();
        WatchDistance watch = WatchDistance.of(rows, samples.distanceCentimetres(), fastest);
        Series covered = Resampling.of(timeline, rows, watch::metres);
        Series told = resample(timeline, rows, samples.speedMillimetresPerSecond(), 1000);
        Series speed = KnownSpeed.of(timeline, told, covered, fastest);
        return Motion.of(timeline, speed, covered, watch.rejectedMetres(), onFoot);
    }

    private static Series resample(Timeline timeline, Rows rows, Column column, double unit) {
        return Resampling.of(timeline, rows, row -> rows.at(column, row) / unit);
    }

    Timeline timeline() {
        return motion.timeline();
    }

    int size() {
        return timeline().size();
    }

    /** The grade-adjusted speed of the moving seconds alone. */
    Series movingGradeAdjusted() {
        return gradeAdjusted.where(motion::isMoving);
    }

    /** Whether the speed says enough to speak of pace: a minute or a tenth of the recorded time moving. */
    boolean hasPace() {
        return motion.movingSeconds() >= Math.min(60, Math.max(1, size() / 10));
    }
}
