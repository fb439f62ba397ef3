package freshlegs.streams.load;

import freshlegs.model.fact.Histogram;

/**
 * Edwards' zone load in arbitrary units: minutes at 50-60, 60-70, 70-80, 80-90 and from 90 % of maximal heart rate, weighted 1
 * to 5 (Edwards 1993; the weights were never validated).
 */
final class Edwards {
    private static final int ZONES = 5;

    private Edwards() {}

    static double of(Histogram perBpm, Physiology body) {
        double sum = 0;
        for (int bin = 0; bin < perBpm.bins(); bin++) {
            sum += perBpm.seconds(bin) / 60 * weight(perBpm.lowerEdge(bin) / body.maximalBpm());
        }
        return sum;
    }

    /** Minutes in the five zones, the lowest first. */
    static double[] zoneMinutes(Histogram perBpm, Physiology body) {
        double[] minutes = new double[ZONES];
        for (int bin = 0; bin < perBpm.bins(); bin++) {
            int weight = weight(perBpm.lowerEdge(bin) / body.maximalBpm());
            if (weight > 0) {
                minutes[weight - 1] += perBpm.seconds(bin) / 60;
            }
        }
        return minutes;
    }

    private static int weight(double shareOfMaximum) {
        return Math.max(0, Math.min(ZONES, (int) Math.floor(shareOfMaximum * 10 + 1e-9) - 4));
    }
}
