package freshlegs.streams.trend;

import freshlegs.streams.load.Median;
import java.util.List;

/**
 * The robust (Huber) regression behind {@link HeartRateAtPace}, over all windows of some runs; each run can be judged by the
 * regression without it. A run's equations at full weight are added up once; at each turn only what the windows far off lose
 * of their weight is taken away.
 */
final class PaceRegression {
    private static final double[] PRIOR = {0, 20, 0.5, 0.1};
    private static final double[] PRIOR_SPREAD = {0, 10, 0.5, 0.1};
    private static final double NOISE_BPM = 4;
    private static final double WINDOWS_A_RUN = 4;
    private static final double HUBER_TUNING = 1.345;
    private static final double NORMAL_MAD = 1.4826;
    private static final double LEAST_SCALE_BPM = 0.5;
    private static final int ITERATIONS = 6;

    private final Windows windows;
    private final NormalEquations[] atFullWeight;
    private final NormalEquations[] equations;
    private NormalEquations total;
    private double[] coefficients;

    PaceRegression(List<SteadyRun> runs) {
        windows = new Windows(runs);
        atFullWeight = new NormalEquations[windows.runs()];
        for (int run = 0; run < atFullWeight.length; run++) {
            atFullWeight[run] = windows.equations(run, weight(run));
        }
        equations = atFullWeight.clone();
        total = total();
        coefficients = total.solve();
        double middle = 0;
        for (int i = 0; i < ITERATIONS; i++) {
            middle = reweigh(middle);
            total = total();
            coefficients = total.solve();
        }
    }

    /** How far each run lies above what the others let expect. */
    double[] residualsWithoutThemselves() {
        double[] residuals = new double[windows.runs()];
        for (int run = 0; run < residuals.length; run++) {
            residuals[run] =
                    windows.medianResidual(run, total.minus(equations[run]).solve());
        }
        return residuals;
    }

    double residual(SteadyRun run) {
        return new Windows(List.of(run)).medianResidual(0, coefficients);
    }

    /** Of each window of the run. */
    private double weight(int run) {
        return WINDOWS_A_RUN / windows.size(run);
    }

    private NormalEquations total() {
        NormalEquations sum = NormalEquations.leaningOn(PRIOR, PRIOR_SPREAD, NOISE_BPM);
        for (NormalEquations run : equations) {
            sum.add(run);
        }
        return sum;
    }

    /** Answers the median distance, near which the next one will lie. */
    private double reweigh(double lastMiddle) {
        double[] distances = windows.distances(coefficients);
        double middle = Median.near(lastMiddle, distances);
        double limit = HUBER_TUNING * Math.max(LEAST_SCALE_BPM, NORMAL_MAD * middle);
        for (int run = 0; run < equations.length; run++) {
            equations[run] = atFullWeight[run].copy();
            windows.weaken(equations[run], run, weight(run), distances, limit);
        }
        return middle;
    }
}
