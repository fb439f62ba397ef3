package freshlegs.streams.trend;

/** Count, mean and sample standard deviation of numbers; both are 0 where there are too few. */
record Moments(int count, double mean, double deviation) {

    /** Of {@code numbers[from]} to before {@code numbers[to]}, leaving out those that are NaN; in two passes, in order. */
    static Moments of(double[] numbers, int from, int to) {
        int count = 0;
        double sum = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(numbers[i])) {
                sum += numbers[i];
                count++;
            }
        }
        if (count == 0) {
            return new Moments(0, 0, 0);
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(numbers[i])) {
                squares += (numbers[i] - mean) * (numbers[i] - mean);
            }
        }
        return new Moments(count, mean, count < 2 ? 0 : Math.sqrt(squares / (count - 1)));
    }
}
