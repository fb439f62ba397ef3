package freshlegs.streams.session;

/** The lowest ({@code sign} 1) or highest ({@code sign} -1) value of a window that only moves forward. */
final class Extremes {
    private final Series series;
    private final int[] cells;
    private final int sign;
    private int first;
    private int end;

    Extremes(Series series, int capacity, int sign) {
        this.series = series;
        this.cells = new int[capacity];
        this.sign = sign;
    }

    void add(int cell) {
        while (end > first && sign * series.at(cells[end - 1]) >= sign * series.at(cell)) {
            end--;
        }
        cells[end++] = cell;
    }

    void dropBefore(int cell) {
        while (first < end && cells[first] < cell) {
            first++;
        }
    }

    double first() {
        return series.at(cells[first]);
    }

    void clear() {
        first = 0;
        end = 0;
    }
}
