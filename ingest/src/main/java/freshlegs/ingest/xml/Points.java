package freshlegs.ingest.xml;

import freshlegs.model.fact.Column;
import freshlegs.model.fact.Samples;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The points of one activity as growing columns. When they are full every second one goes and from then on only every second one
 * is taken, and so on, so that memory stays bounded. What lies more than 30 days from the middle point is a clock error.
 */
final class Points {
    private static final long BELIEVABLE_SECONDS = 30L * 24 * 3600;
    private static final int HALF_OF_WHAT_RUNNERS_STEP = 120;

    /** The columns in their order, each in the unit of {@link Samples}; cadence as the file has it. */
    enum Field {
        HEART_RATE(0, 1),
        SPEED(1, 1000),
        DISTANCE(2, 100),
        ALTITUDE(3, 10),
        CADENCE(4, 1),
        POWER(5, 1),
        TEMPERATURE(6, 1);

        private final int column;
        private final int scale;

        Field(int column, int scale) {
            this.column = column;
            this.scale = scale;
        }
    }

    /** One point's measurements in plain units; what was not measured is not a number. */
    static final class Values {
        private final double[] numbers = new double[Field.values().length];

        void clear() {
            Arrays.fill(numbers, Double.NaN);
        }

        void set(Field field, double number) {
            numbers[field.column] = number;
        }
    }

    private final int limit;
    private final int[][] columns = new int[Field.values().length][256];
    private long[] times = new long[256];
    private int size;
    private int stride = 1;
    private int untilNext;

    Points(int limit) {
        this.limit = limit;
    }

    void add(long time, Values values) {
        if (untilNext > 0) {
            untilNext--;
            return;
        }
        if (size == limit) {
            thin();
        }
        if (size == times.length) {
            int capacity = Math.min(limit, 2 * size);
            times = Arrays.copyOf(times, capacity);
            Arrays.setAll(columns, c -> Arrays.copyOf(columns[c], capacity));
        }
        times[size] = time;
        for (Field field : Field.values()) {
            columns[field.column][size] = scaled(values.numbers[field.column], field);
        }
        size++;
        untilNext = stride - 1;
    }

    boolean isThinned() {
        return stride > 1;
    }

    /** The believable rows in the order of their times. */
    int[] order() {
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingLong(row -> times[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        if (size == 0) {
            return order;
        }
        long middle = times[order[size / 2]];
        return Arrays.stream(order)
                .filter(row -> Math.abs(times[row] - middle) <= BELIEVABLE_SECONDS)
                .toArray();
    }

    long timeAt(int row) {
        return times[row];
    }

    /** The chosen rows, counted from {@code start}. */
    Samples samples(int[] rows, long start, boolean onFoot) {
        int[] seconds = Arrays.stream(rows)
                .map(row -> (int) Math.max(0, times[row] - start))
                .toArray();
        Column missing = Column.missing(rows.length);
        return new Samples(
                Column.of(seconds),
                column(Field.HEART_RATE, rows),
                column(Field.SPEED, rows),
                column(Field.DISTANCE, rows),
                column(Field.ALTITUDE, rows),
                cadence(rows, onFoot),
                column(Field.POWER, rows),
                column(Field.TEMPERATURE, rows),
                missing,
                missing);
    }

    /** Most programs count one foot, some both: a middle value below 120 a minute is one foot's. */
    private Column cadence(int[] rows, boolean onFoot) {
        Column told = column(Field.CADENCE, rows);
        int[] steps = IntStream.range(0, told.size())
                .filter(told::has)
                .map(told::at)
                .filter(step -> step > 0)
                .sorted()
                .toArray();
        if (!onFoot || steps.length == 0 || steps[steps.length / 2] >= HALF_OF_WHAT_RUNNERS_STEP) {
            return told;
        }
        return Column.of(IntStream.range(0, told.size())
                .map(i -> told.has(i) ? 2 * told.at(i) : Column.MISSING)
                .toArray());
    }

    private Column column(Field field, int[] rows) {
        return Column.of(
                Arrays.stream(rows).map(row -> columns[field.column][row]).toArray());
    }

    private static int scaled(double number, Field field) {
        double scaled = number * field.scale;
        boolean measured = Math.abs(scaled) < Integer.MAX_VALUE / 4.0 && !(field == Field.HEART_RATE && scaled <= 0);
        return measured ? (int) Math.round(scaled) : Column.MISSING;
    }

    private void thin() {
        for (int kept = 0; 2 * kept < size; kept++) {
            times[kept] = times[2 * kept];
            for (int[] column : columns) {
                column[kept] = column[2 * kept];
            }
        }
        size = (size + 1) / 2;
        stride *= 2;
    }
}
