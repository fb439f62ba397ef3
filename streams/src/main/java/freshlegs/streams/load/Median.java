package freshlegs.streams.load;

/** The middle of some numbers, the mean of the two middle ones when their count is even. */
public final class Median {
    private static final double NARROW = 0.05;
    private static final double WIDE = 0.3;
    private static final int EACH = 12;

    private Median() {}

    public static double of(double... numbers) {
        if (numbers.length == 0) {
            throw new IllegalArgumentException("no median of nothing");
        }
        return middle(numbers.clone(), numbers.length, (numbers.length - 1) / 2, numbers.length / 2);
    }

    /** The same of numbers that are not negative, sooner when it lies near {@code guess}; 0 when there is none. */
    public static double near(double guess, double... numbers) {
        double expected = guess > 0 ? guess : ofSome(numbers);
        double width = guess > 0 ? NARROW : WIDE;
        double low = expected * (1 - width);
        double high = expected * (1 + width);
        double[] close = new double[numbers.length];
        int below = 0;
        int count = 0;
        for (double number : numbers) {
            close[count] = number;
            count += number >= low && number <= high ? 1 : 0;
            below += number < low ? 1 : 0;
        }
        int lower = (numbers.length - 1) / 2 - below;
        int upper = numbers.length / 2 - below;
        return lower >= 0 && upper < count ? middle(close, count, lower, upper) : of(numbers);
    }

    /** The mean of two neighbours by rank, or of one and itself, among the first {@code count}, whose order is lost. */
    private static double middle(double[] numbers, int count, int lower, int upper) {
        double low = Rank.of(lower, numbers, count);
        double high = lower == upper ? low : Rank.of(upper, numbers, count);
        return (low + high) / 2;
    }

    /** Of every {@value #EACH}th number. */
    private static double ofSome(double... numbers) {
        double[] some = new double[(numbers.length + EACH - 1) / EACH];
        for (int i = 0; i < some.length; i++) {
            some[i] = numbers[i * EACH];
        }
        return of(some);
    }
}
