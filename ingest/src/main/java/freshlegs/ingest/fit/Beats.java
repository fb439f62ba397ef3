package freshlegs.ingest.fit;

import freshlegs.model.fact.Column;

/** Heart beats, or a heart rate, at moments of their own beside the samples; thinned when there are very many. */
final class Beats {
    private static final int LIMIT = 400_000;
    private static final int LONGEST_LOOK_BACK_SECONDS = 5;
    private static final int TENTHS = 10;
    private static final int TIME = 0;
    private static final int BPM = 1;

    /** Tenths of a second since {@link #origin}, so that they fit into an integer. */
    private final Rows rows = new Rows(2, LIMIT);

    private double origin = Double.NaN;
    private int cursor;

    /** {@code at} in FIT seconds; what lies before the one added last is left out. */
    void add(double at, double bpm) {
        if (!Double.isFinite(at) || !(bpm > 0)) {
            return;
        }
        if (Double.isNaN(origin)) {
            origin = at;
        }
        double tenths = (at - origin) * TENTHS;
        boolean later = rows.size() == 0 || tenths >= rows.at(TIME, rows.size() - 1);
        if (later && tenths < Integer.MAX_VALUE) {
            rows.add((int) Math.round(tenths), (int) Math.round(bpm));
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
}
