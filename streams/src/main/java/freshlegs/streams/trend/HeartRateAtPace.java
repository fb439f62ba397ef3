package freshlegs.streams.trend;

import freshlegs.streams.load.Median;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How much higher (bpm) the heart beats in a steady run than it usually did at that speed, heat and time into the run. The
 * expectation is a robust (Huber) regression over the one-minute steady windows of earlier runs,
 *
 * <pre>HR = a + b * speed (m/s) + c * max(0, temperature - 15 C) + d * elapsed minutes,</pre>
 *
 * and the residual the median of observed minus expected. The residuals of the earlier runs, each judged by the regression
 * without it, give the personal mean and spread; the spread is shrunk towards 4 bpm: s^2 = (6 * 4^2 + (n-1) * sd^2) / (5+n).
 * The minutes of one run resemble each other, so a run weighs as four independent windows; b, c and d lean on weak priors
 * (20 bpm per m/s, 0.5 bpm per degree, 0.1 bpm a minute), which matter only where the athlete's own runs do not vary. Unknown
 * temperature counts as cool and widens the spread by 1.3.
 */
public record HeartRateAtPace(double residualBpm, double meanBpm, double spreadBpm, int runs) {

    static final int LEAST_RUNS = 8;
    private static final int TERMS = 4;
    private static final double[] PRIOR = {0, 20, 0.5, 0.1};
    private static final double[] PRIOR_SPREAD = {0, 10, 0.5, 0.1};
    private static final double NOISE_BPM = 4;
    private static final double WINDOWS_A_RUN = 4;
    private static final double HUBER_TUNING = 1.345;
    private static final double NORMAL_MAD = 1.4826;
    private static final double LEAST_SCALE_BPM = 0.5;
    private static final int ITERATIONS = 6;
    private static final double PRIOR_RUNS = 6;
    private static final double PRIOR_SPREAD_BPM = 4;
    private static final double WIDENED_WITHOUT_TEMPERATURE = 1.3;

    /** Empty when there are fewer than {@value #LEAST_RUNS} earlier runs of the same source. */
    public static Optional<HeartRateAtPace> of(SteadyRun today, List<SteadyRun> earlier) {
        List<SteadyRun> comparable = earlier.stream()
                .filter(run -> run.source().equals(today.source()))
                .toList();
        return comparable.size() < LEAST_RUNS ? Optional.empty() : Optional.of(new Fit(comparable).judge(today));
    }

    /** One regression over all earlier runs, from which each of them can be taken out again. */
    private static final class Fit {
        private final List<SteadyRun> runs;
        private final double[][] weights;
        private final double centreMetresPerSecond;
        private double[] coefficients = new double[TERMS];

        Fit(List<SteadyRun> runs) {
            this.runs = runs;
            this.weights = runs.stream()
                    .map(run -> filled(run.windows(), WINDOWS_A_RUN / run.windows()))
                    .toArray(double[][]::new);
            this.centreMetresPerSecond =
                    runs.stream().mapToDouble(run -> meanSpeed(run)).average().orElseThrow();
            for (int i = 0; i < ITERATIONS; i++) {
                coefficients = total().solve();
                reweigh();
            }
            coefficients = total().solve();
        }

        HeartRateAtPace judge(SteadyRun today) {
            NormalEquations total = total();
            double[] residuals = new double[runs.size()];
            for (int i = 0; i < residuals.length; i++) {
                NormalEquations without = total.minus(equations(i));
                residuals[i] = residual(runs.get(i), without.solve());
            }
            double mean = Arrays.stream(residuals).average().orElseThrow();
            double squares =
                    Arrays.stream(residuals).map(r -> (r - mean) * (r - mean)).sum();
            int n = residuals.length;
            double spread =
                    Math.sqrt((PRIOR_RUNS * PRIOR_SPREAD_BPM * PRIOR_SPREAD_BPM + squares) / (PRIOR_RUNS + n - 1));
            double widened = today.knowsTemperature() ? spread : spread * WIDENED_WITHOUT_TEMPERATURE;
            return new HeartRateAtPace(residual(today, coefficients), mean, widened, n);
        }

        private NormalEquations total() {
            NormalEquations total = NormalEquations.leaningOn(PRIOR, PRIOR_SPREAD, NOISE_BPM);
            for (int i = 0; i < runs.size(); i++) {
                total = total.plus(equations(i));
            }
            return total;
        }

        private NormalEquations equations(int run) {
            NormalEquations equations = new NormalEquations(TERMS);
            SteadyRun steady = runs.get(run);
            for (int w = 0; w < steady.windows(); w++) {
                equations.add(terms(steady, w), steady.heartRateBpm(w), weights[run][w]);
            }
            return equations;
        }

        private void reweigh() {
            double[][] residuals =
                    runs.stream().map(run -> residuals(run, coefficients)).toArray(double[][]::new);
            double[] sizes = Arrays.stream(residuals)
                    .flatMapToDouble(Arrays::stream)
                    .map(Math::abs)
                    .toArray();
            double limit = HUBER_TUNING * Math.max(LEAST_SCALE_BPM, NORMAL_MAD * Median.of(sizes));
            for (int r = 0; r < residuals.length; r++) {
                for (int w = 0; w < residuals[r].length; w++) {
                    double size = Math.abs(residuals[r][w]);
                    double share = size <= limit ? 1 : limit / size;
                    weights[r][w] = share * WINDOWS_A_RUN / runs.get(r).windows();
                }
            }
        }

        private double residual(SteadyRun run, double[] coefficients) {
            return Median.of(residuals(run, coefficients));
        }

        private double[] residuals(SteadyRun run, double[] coefficients) {
            double[] residuals = new double[run.windows()];
            for (int w = 0; w < residuals.length; w++) {
                double[] terms = terms(run, w);
                double expected = 0;
                for (int t = 0; t < TERMS; t++) {
                    expected += coefficients[t] * terms[t];
                }
                residuals[w] = run.heartRateBpm(w) - expected;
            }
            return residuals;
        }

        private double[] terms(SteadyRun run, int window) {
            double heat = run.temperatureCelsius().has(window)
                    ? Math.max(0, run.temperatureCelsius().at(window) - 15)
                    : 0;
            return new double[] {
                1,
                run.metresPerSecond(window) - centreMetresPerSecond,
                heat,
                run.elapsedMinutes().at(window)
            };
        }

        private static double meanSpeed(SteadyRun run) {
            double sum = 0;
            for (int w = 0; w < run.windows(); w++) {
                sum += run.metresPerSecond(w);
            }
            return sum / run.windows();
        }

        private static double[] filled(int size, double weight) {
            double[] weights = new double[size];
            Arrays.fill(weights, weight);
            return weights;
        }
    }
}
