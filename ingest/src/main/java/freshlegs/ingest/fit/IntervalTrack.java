package freshlegs.ingest.fit;

import com.garmin.fit.BeatIntervalsMesg;
import com.garmin.fit.HrvMesg;
import com.garmin.fit.Mesg;
import java.util.OptionalLong;

/**
 * Times between heart beats (RR intervals) as a heart rate, for watches that write nothing else of it. {@code hrv} messages
 * have no time: their beats follow one another from the sample before them, and begin anew at the latest sample when the sum
 * has run more than {@value #LARGEST_DRIFT_SECONDS} s away from it. An interval outside 30 to 230 beats a minute passes time
 * but gives no rate.
 */
final class IntervalTrack {
    private static final double LARGEST_DRIFT_SECONDS = 10;
    private static final double SHORTEST_SECONDS = 60.0 / 230;
    private static final double LONGEST_SECONDS = 60.0 / 30;
    private static final double INVALID_SECONDS = 65;
    private static final double MILLISECONDS = 1000;
    private static final int SECONDS_PER_MINUTE = 60;

    final Beats beats = new Beats();
    private OptionalLong sample = OptionalLong.empty();
    private double clock = Double.NaN;

    void atSample(OptionalLong time) {
        sample = time.isPresent() ? time : sample;
    }

    void takeHrv(Mesg mesg) {
        if (sample.isEmpty()) {
            return;
        }
        int count = mesg.getNumFieldValues(HrvMesg.TimeFieldNum);
        for (int i = 0; i < count; i++) {
            add(Field.number(mesg, HrvMesg.TimeFieldNum, i), (double) sample.getAsLong());
        }
    }

    /** Milliseconds, from the message's own time on. */
    void takeBeatIntervals(Mesg mesg) {
        OptionalLong time = Field.timestamp(mesg);
        if (time.isEmpty()) {
            return;
        }
        double fraction = Field.number(mesg, BeatIntervalsMesg.TimestampMsFieldNum) / MILLISECONDS;
        double from = (double) time.getAsLong() + (Double.isNaN(fraction) ? 0 : fraction);
        int count = mesg.getNumFieldValues(BeatIntervalsMesg.TimeFieldNum);
        for (int i = 0; i < count; i++) {
            add(Field.number(mesg, BeatIntervalsMesg.TimeFieldNum, i) / MILLISECONDS, from);
        }
    }

    private void add(double seconds, double near) {
        if (!(seconds > 0 && seconds < INVALID_SECONDS)) {
            return;
        }
        boolean astray = Double.isNaN(clock) || Math.abs(clock + seconds - near) > LARGEST_DRIFT_SECONDS;
        clock = astray ? near : clock + seconds;
        if (seconds >= SHORTEST_SECONDS && seconds <= LONGEST_SECONDS) {
            beats.add(clock, SECONDS_PER_MINUTE / seconds);
        }
    }
}
