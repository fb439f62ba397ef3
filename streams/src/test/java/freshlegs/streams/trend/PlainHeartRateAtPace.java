package freshlegs.streams.trend;

import freshlegs.streams.load.Median;
import java.util.Arrays;
import java.util.List;

/**
 * {@link HeartRateAtPace} as its Javadoc defines it, without any thought of speed: at each turn every window enters the
 * equations anew, and each run is judged by equations made of the other runs alone.
 */
final class PlainHeartRateAtPace {
    private static final double[] PRIOR = {0, 20, 0.5, 0.1};
    private static final double[] STRENGTH = {0, 16 / (10.0 * 10), 16 / (0.5 * 0.5), 16 / (0.1 * 0.1)};

    private final List<SteadyRun> runs;
    private final double[][] weights;
    private double[] coefficients;

    private PlainHeartRateAtPace(List<SteadyRun> runs) {
        this.runs = runs;
        this.weights = new double[runs.size()][];
        for (int r = 0; r < runs.size(); r++) {
            weights[r] = new double[runs.get(r).windows()];
            Arrays.fill(weights[r], 4.0 / weights[r].length);
        }
        this.coefficients = regression(-1);
        for (int turn = 0; turn < 6; turn++) {
            reweigh();
            coefficients = regression(-1);
        }
    }

    /** Of runs of one source, at least eight. */
    static HeartRateAtPace of(SteadyRun today, List<SteadyRun> earlier) {
        PlainHeartRateAtPace usual = new PlainHeartRateAtPace(earlier);
        double[] own = new double[earlier.size()];
        for (int r = 0; r < own.length; r++) {
            own[r] = Median.of(residuals(earlier.get(r), usual.regression(r)));
        }
        double mean = Arrays.stream(own).average().orElseThrow();
        double squares = Arrays.stream(own).map(r -> (r - mean) * (r - mean)).sum();
        double spread = Math.sqrt((6 * 16 + squares) / (5 + own.length));
        return new HeartRateAtPace(
                Median.of(residuals(today, usual.coefficients)),
                mean,
                today.knowsTemperature() ? spread : 1.3 * spread,
                own.length);
    }

    private double[] regression(int without) {
        double[][] left = new double[4][5];
        for (int i = 0; i < 4; i++) {
            left[i][i] = STRENGTH[i];
            left[i][4] = STRENGTH[i] * PRIOR[i];
        }
        for (int r = 0; r < runs.size(); r++) {
            for (int w = 0; w < weights[r].length && r != without; w++) {
                double[] row = Arrays.copyOf(terms(runs.get(r), w), 5);
                row[4] = runs.get(r).heartRateBpm(w);
                for (int i = 0; i < 4; i++) {
                    for (int j = 0; j < 5; j++) {
                        left[i][j] += weights[r][w] * row[i] * row[j];
                    }
                }
            }
        }
        return eliminated(left);
    }

    /** Gauss and Jordan. */
    private static double[] eliminated(double[][] left) {
        for (int pivot = 0; pivot < 4; pivot++) {
            for (int i = 0; i < 4; i++) {
                double factor = i == pivot ? 0 : left[i][pivot] / left[pivot][pivot];
                for (int j = 0; j < 5; j++) {
                    left[i][j] -= factor * left[pivot][j];
                }
            }
        }
        double[] solution = new double[4];
        for (int i = 0; i < 4; i++) {
            solution[i] = left[i][4] / left[i][i];
        }
        return solution;
    }

    private void reweigh() {
        double[] sizes = runs.stream()
                .flatMapToDouble(run -> Arrays.stream(residuals(run, coefficients)))
                .map(Math::abs)
                .toArray();
        double limit = 1.345 * Math.max(0.5, 1.4826 * Median.of(sizes));
        for (int r = 0; r < runs.size(); r++) {
            double[] residuals = residuals(runs.get(r), coefficients);
            for (int w = 0; w < residuals.length; w++) {
                weights[r][w] = Math.min(1, limit / Math.abs(residuals[w])) * 4 / residuals.length;
            }
        }
    }

    private static double[] residuals(SteadyRun run, double[] coefficients) {
        double[] residuals = new double[run.windows()];
        for (int w = 0; w < residuals.length; w++) {
            residuals[w] = run.heartRateBpm(w);
            double[] terms = terms(run, w);
            for (int t = 0; t < 4; t++) {
                residuals[w] -= coefficients[t] * terms[t];
            }
        }
        return residuals;
    }

    private static double[] terms(SteadyRun run, int w) {
        boolean known = run.temperatureCelsius().has(w);
        double heat = known ? Math.max(0, run.temperatureCelsius().at(w) - 15) : 0;
        return new double[] {
            1, run.metresPerSecond(w) - 3, heat, run.elapsedMinutes().at(w)
        };
    }
}
