package freshlegs.streams.signal;

import java.util.Arrays;

/** One quantity's numbers with the days (counted from 1970) that they belong to, oldest first. */
final class Series {
    private static final int DAYS_A_WEEK = 7;
    private static final int MONDAYS_AHEAD = 3;

    private final long[] days;
    private final double[] values;
    private final int from;
    private int to;

    Series(int capacity) {
        this(new long[capacity], new double[capacity], 0, 0);
    }

    private Series(long[] days, double[] values, int from, int to) {
        this.days = days;
        this.values = values;
        this.from = from;
        this.to = to;
    }

    void add(long day, double value) {
        days[to] = day;
        values[to++] = value;
    }

    int size() {
        return to - from;
    }

    long day(int i) {
        return days[from + i];
    }

    double value(int i) {
        return values[from + i];
    }

    double[] values() {
        return Arrays.copyOfRange(values, from, to);
    }

    /** From the first to the last day, both included; 0 of nothing. */
    long spanDays() {
        return size() == 0 ? 0 : days[to - 1] - days[from] + 1;
    }

    /** 0 for Mondays up to 6 for Sundays; the first of January 1970 was a Thursday. */
    static int weekday(long day) {
        return (int) Math.floorMod(day + MONDAYS_AHEAD, (long) DAYS_A_WEEK);
    }

    /** What lies on the days from {@code first} to {@code last}. */
    Series within(long first, long last) {
        int begin = from;
        while (begin < to && days[begin] < first) {
            begin++;
        }
        int end = to;
        while (end > begin && days[end - 1] > last) {
            end--;
        }
        return new Series(days, values, begin, end);
    }

    /** What the window's sound days say. */
    Series soundIn(BaselineWindow window) {
        if (window.isSoundThroughout()) {
            return this;
        }
        Series sound = new Series(size());
        for (int i = from; i < to; i++) {
            if (window.isSound(days[i])) {
                sound.add(days[i], values[i]);
            }
        }
        return sound;
    }
}
