package freshlegs.ingest.track;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Positions on their way to an outline; only this package reads them. When {@value #MOST} are full every second one goes and from
 * then on only every second one is taken, and so on. Positions outside 90 and 180 degrees, and that of nought and nought, which
 * receivers give for none, are passed over.
 */
public final class Places {
    static final int MOST = 50_000;

    private long[] times = new long[1024];
    private double[] latitudes = new double[1024];
    private double[] longitudes = new double[1024];
    private int size;
    private int stride = 1;
    private int untilNext;

    /** {@code time} is in seconds since 1970. */
    public void add(long time, double latitudeDegrees, double longitudeDegrees) {
        boolean sensible = Math.abs(latitudeDegrees) <= 90
                && Math.abs(longitudeDegrees) <= 180
                && !(latitudeDegrees == 0 && longitudeDegrees == 0);
        if (!sensible) {
            return;
        }
        if (untilNext > 0) {
            untilNext--;
            return;
        }
        if (size == MOST) {
            thin();
        }
        if (size == times.length) {
            int capacity = Math.min(MOST, 2 * size);
            times = Arrays.copyOf(times, capacity);
            latitudes = Arrays.copyOf(latitudes, capacity);
            longitudes = Arrays.copyOf(longitudes, capacity);
        }
        times[size] = time;
        latitudes[size] = latitudeDegrees;
        longitudes[size] = longitudeDegrees;
        size++;
        untilNext = stride - 1;
    }

    private void thin() {
        for (int kept = 0; 2 * kept < size; kept++) {
            times[kept] = times[2 * kept];
            latitudes[kept] = latitudes[2 * kept];
            longitudes[kept] = longitudes[2 * kept];
        }
        size = (size + 1) / 2;
        stride *= 2;
    }

    /** The rows from one time to another, in the order of their times. */
    int[] between(long from, long to) {
        return IntStream.range(0, size)
                .filter(row -> times[row] >= from && times[row] <= to)
                .boxed()
                .sorted(Comparator.comparingLong(row -> times[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    long time(int row) {
        return times[row];
    }

    double latitude(int row) {
        return latitudes[row];
    }

    double longitude(int row) {
        return longitudes[row];
    }

    @Override
    public String toString() {
        return "Places[" + size + "]";
    }
}
