package freshlegs.streams.load;

/**
 * A sum of numbers in their order, each addition's rounding error carried into the next (Kahan 1965): within an ulp or two of
 * the true sum, and the same bits whatever the runtime's own summation does.
 */
public final class Sum {
    private double sum;
    private double error;

    public void add(double number) {
        double corrected = number - error;
        double next = sum + corrected;
        error = (next - sum) - corrected;
        sum = next;
    }

    public double value() {
        return sum - error;
    }

    public static double of(double... numbers) {
        Sum sum = new Sum();
        for (double number : numbers) {
            sum.add(number);
        }
        return sum.value();
    }

    /** Their arithmetic mean; 0 of no numbers. */
    public static double mean(double... numbers) {
        return numbers.length == 0 ? 0 : of(numbers) / numbers.length;
    }

    /** The sum of squared differences from {@code centre}. */
    public static double squares(double centre, double... numbers) {
        Sum sum = new Sum();
        for (double number : numbers) {
            sum.add((number - centre) * (number - centre));
        }
        return sum.value();
    }
}
