package freshlegs.streams.signal;

import java.util.Arrays;

/** One quantity's numbers with the days (counted from 1970) that they belong to, oldest first. */
final class Series {
    private static final int DAYS_A_WEEK = 7;
    private static final int MONDAYS_AHEAD = 3;

    private final long[] days;
    private final double[] values;
    private int size;

    Series(int capacity) {
        days = new long[capacity];
        values = new double[capacity];
    }

    void add(long day, double value) {
        days[size] = day;
        values[size++] = value;
    }

    int size() {
        return size;
    }

    long day(int i) {
        return days[i];
    }

    double value(int i) {
        return values[i];
    }

    double[] values() {
        return Arrays.copyOf(values, size);
    }

    /** From the first to the last day, both included; 0 of nothing. */
    long spanDays() {
        return size == 0 ? 0 : days[size - 1] - days[0] + 1;
    }

    /** 0 for Mondays up to 6 for Sundays; the first of January 1970 was a Thursday. */
    static int weekday(long day) {
        return (int) Math.floorMod(day + MONDAYS_AHEAD, (long) DAYS_A_WEEK);
    }

    /** What lies on the days from {@code first} to {@code last}. */
    Series within(long first, long last) {
        Series within = new Series(size);
        for (int i = 0; i < size; i++) {
            if (days[i] >= first && days[i] <= last) {
                within.add(days[i], values[i]);
            }
        }
        return within;
    }

    /** What the window's sound days say. */
    Series soundIn(BaselineWindow window) {
        Series sound = new Series(size);
        for (int i = 0; i < size; i++) {
            if (window.isSound(days[i])) {
                sound.add(days[i], values[i]);
            }
        }
        return sound;
    }
}
