package freshlegs.streams.trend;

/**
 * How alike seven daily effort loads are: their mean over their population standard deviation, at most {@value #HIGHEST},
 * rest days counted as zero; strain is the week's sum times monotony (Foster 1998).
 */
record Monotony(double value, double strain) {
    static final int DAYS = 7;
    private static final double HIGHEST = 10;

    /** Of up to seven daily loads; fewer are filled up with zeros. */
    static Monotony of(double... dailyLoads) {
        double sum = 0;
        for (double load : dailyLoads) {
            sum += load;
        }
        double mean = sum / DAYS;
        double squares = (DAYS - dailyLoads.length) * mean * mean;
        for (double load : dailyLoads) {
            squares += (load - mean) * (load - mean);
        }
        double deviation = Math.sqrt(squares / DAYS);
        double value = sum == 0 ? 0 : deviation == 0 ? HIGHEST : Math.min(HIGHEST, mean / deviation);
        return new Monotony(value, sum * value);
    }
}
