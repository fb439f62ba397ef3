package freshlegs.app.evaluate;

/** Mean and sample standard deviation of the values that are there. */
record Sample(int count, double mean, double deviation) {

    /** Of {@code values[from..to)}; what lies outside the array, and NaN, is missing. */
    static Sample of(double[] values, int from, int to) {
        int count = 0;
        double sum = 0;
        for (int i = Math.max(0, from); i < Math.min(values.length, to); i++) {
            if (!Double.isNaN(values[i])) {
                count++;
                sum += values[i];
            }
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = Math.max(0, from); i < Math.min(values.length, to); i++) {
            if (!Double.isNaN(values[i])) {
                squares += (values[i] - mean) * (values[i] - mean);
            }
        }
        return new Sample(count, mean, Math.sqrt(squares / (count - 1)));
    }
}
