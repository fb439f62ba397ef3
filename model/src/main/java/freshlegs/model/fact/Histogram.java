package freshlegs.model.fact;

/**
 * How many tenths of a second were spent in each bin; bin {@code i} covers {@code first + i * width} up to the next. Integers,
 * so that sums never depend on their order.
 */
public record Histogram(int first, int width, Column tenthSeconds) {

    public Histogram {
        if (width <= 0) {
            throw new IllegalArgumentException("a bin needs a width");
        }
    }

    public static Histogram empty(int width) {
        return new Histogram(0, width, Column.of());
    }

    public int lowerEdge(int bin) {
        return first + bin * width;
    }

    public double seconds(int bin) {
        return tenthSeconds.at(bin) / 10.0;
    }

    public int bins() {
        return tenthSeconds.size();
    }

    public double totalSeconds() {
        long total = 0;
        for (int bin = 0; bin < bins(); bin++) {
            total += tenthSeconds.at(bin);
        }
        return total / 10.0;
    }
}
