package freshlegs.ingest.fit;

import com.garmin.fit.HrMesg;
import com.garmin.fit.Mesg;

/**
 * Heart rate that a strap stored by itself (swimming, out of reach) and handed over afterwards in {@code hr} messages, often in
 * chained parts of their own. Each part's first message ties the strap's clock to the watch's; the SDK has already expanded
 * the packed event times.
 */
final class HeartRateTrack {
    private static final int HIGHEST_BPM = 254;

    final Beats beats = new Beats();
    private double strapToWatchSeconds = Double.NaN;

    /** The next part brings its own relation between the clocks. */
    void beginPart() {
        strapToWatchSeconds = Double.NaN;
    }

    void take(Mesg mesg) {
        var time = Field.timestamp(mesg);
        double first = Field.number(mesg, HrMesg.EventTimestampFieldNum);
        if (time.isPresent() && Double.isFinite(first)) {
            double fraction = Field.number(mesg, HrMesg.FractionalTimestampFieldNum);
            strapToWatchSeconds = time.getAsLong() + (Double.isNaN(fraction) ? 0 : fraction) - first;
        }
        if (Double.isNaN(strapToWatchSeconds)) {
            return;
        }
        int count = mesg.getNumFieldValues(HrMesg.FilteredBpmFieldNum);
        for (int i = 0; i < count; i++) {
            double at = strapToWatchSeconds + Field.number(mesg, HrMesg.EventTimestampFieldNum, i);
            double bpm = Field.number(mesg, HrMesg.FilteredBpmFieldNum, i);
            if (bpm <= HIGHEST_BPM) {
                beats.add(at, bpm);
            }
        }
    }

    boolean isEmpty() {
        return beats.isEmpty();
    }
}
