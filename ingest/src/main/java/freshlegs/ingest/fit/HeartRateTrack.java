package freshlegs.ingest.fit;

import com.garmin.fit.HrMesg;
import com.garmin.fit.Mesg;
import freshlegs.model.fact.Column;

/**
 * Heart rate that a strap stored by itself (swimming, out of reach) and handed over afterwards in {@code hr} messages, often in
 * chained parts of their own. Each part's first message ties the strap's clock to the watch's; the SDK has already expanded
 * the packed event times.
 */
final class HeartRateTrack {
    private static final int LIMIT = 400_000;
    private static final int LONGEST_LOOK_BACK_SECONDS = 5;
    private static final int TENTHS = 10;
    private static final int TIME = 0;
    private static final int BPM = 1;

    /** Tenths of a second since {@link #origin}, so that they fit into an integer. */
    private final Rows rows = new Rows(2, LIMIT);

    private double origin = Double.NaN;
    private double strapToWatchSeconds = Double.NaN;
    private int cursor;

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
            add(at, Field.number(mesg, HrMesg.FilteredBpmFieldNum, i));
        }
    }

    boolean isEmpty() {
        return rows.size() == 0;
    }

    /**
     * The mean of the beats after {@code previous} up to {@code time}, at most {@value #LONGEST_LOOK_BACK_SECONDS} s back, or
     * {@link Column#MISSING}. Quick when asked in the order of time.
     */
    int meanBpm(long previous, long time) {
        double from = Math.max(Math.min(previous, time - 1), time - LONGEST_LOOK_BACK_SECONDS);
        double low = (from - origin) * TENTHS;
        double high = (time - origin) * TENTHS;
        while (cursor > 0 && rows.at(TIME, cursor - 1) > low) {
            cursor--;
        }
        while (cursor < rows.size() && rows.at(TIME, cursor) <= low) {
            cursor++;
        }
        int sum = 0;
        int count = 0;
        for (int i = cursor; i < rows.size() && rows.at(TIME, i) <= high; i++) {
            sum += rows.at(BPM, i);
            count++;
        }
        return count == 0 ? Column.MISSING : Math.round((float) sum / count);
    }

    private void add(double at, double bpm) {
        if (!Double.isFinite(at) || !(bpm > 0)) {
            return;
        }
        if (Double.isNaN(origin)) {
            origin = at;
        }
        double tenths = (at - origin) * TENTHS;
        boolean later = rows.size() == 0 || tenths >= rows.at(TIME, rows.size() - 1);
        if (later && tenths < Integer.MAX_VALUE) {
            rows.add((int) Math.round(tenths), (int) bpm);
        }
    }
}
