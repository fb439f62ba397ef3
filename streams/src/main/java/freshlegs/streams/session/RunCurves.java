package freshlegs.streams.session;

import freshlegs.model.fact.Recording;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A recording second by second as its analysis sees it, for drawing. One cell is a recorded second while the timer ran; speeds are in
 * metres a second, what is missing is not a number. The highest of the rolling means over 30 s, 5 min and 20 min are the peaks that
 * the session tells, because both come from the same means.
 */
public final class RunCurves {
    /** The stretches whose means roll, in seconds. */
    public static final List<Integer> WINDOWS = List.of(30, 300, 1200);

    private final Track track;
    private final Series altitude;

    private RunCurves(Track track, Series altitude) {
        this.track = track;
        this.altitude = altitude;
    }

    /** Throws what the analysis throws of a recording whose samples make no sense. */
    public static RunCurves of(Recording recording) {
        Track track = Track.of(recording);
        Rows rows = Rows.of(recording.samples());
        return new RunCurves(
                track,
                Resampling.of(
                        track.timeline(),
                        rows,
                        row -> rows.at(recording.samples().altitudeDecimetres(), row) / 10));
    }

    public int size() {
        return track.size();
    }

    /** Seconds from the start to each cell. */
    public double[] seconds() {
        return IntStream.range(0, size()).mapToDouble(track.timeline()::second).toArray();
    }

    /** Metres covered up to each cell. */
    public double[] metres() {
        return values(track.motion().distance());
    }

    public double[] heartRate() {
        return values(track.heartRate());
    }

    public double[] speed() {
        return values(track.motion().speed());
    }

    public double[] gradeAdjustedSpeed() {
        return values(track.gradeAdjusted());
    }

    public double[] altitudeMetres() {
        return values(altitude);
    }

    public double[] rollingHeartRate(int seconds) {
        return values(Peaks.means(track.timeline(), track.heartRate(), seconds));
    }

    public double[] rollingGradeAdjustedSpeed(int seconds) {
        return values(Peaks.means(track.timeline(), track.gradeAdjusted(), seconds));
    }

    private static double[] values(Series series) {
        return IntStream.range(0, series.size()).mapToDouble(series::at).toArray();
    }
}
