package freshlegs.bench.report;

/** The straight line through points that leaves the least sum of squares: {@code y = offset + slope * x}. */
public record Line(double offset, double slope) {

    public static Line through(double[] x, double[] y) {
        if (x.length != y.length || x.length < 2) {
            throw new IllegalArgumentException("a line needs two points");
        }
        double meanX = mean(x);
        double meanY = mean(y);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - meanX) * (y[i] - meanY);
            squares += (x[i] - meanX) * (x[i] - meanX);
        }
        double slope = squares == 0 ? 0 : products / squares;
        return new Line(meanY - slope * meanX, slope);
    }

    public double at(double x) {
        return offset + slope * x;
    }

    /** How far the point that lies farthest away is off, in percent of what was seen there. */
    public double worstPercent(double[] x, double[] y) {
        double worst = 0;
        for (int i = 0; i < x.length; i++) {
            worst = Math.max(worst, 100 * Math.abs(y[i] - at(x[i])) / y[i]);
        }
        return worst;
    }

    private static double mean(double[] all) {
        double sum = 0;
        for (double each : all) {
            sum += each;
        }
        return sum / all.length;
    }
}
