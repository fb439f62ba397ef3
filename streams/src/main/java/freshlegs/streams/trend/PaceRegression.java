package freshlegs.streams.trend;

import freshlegs.streams.load.Median;
import java.util.Arrays;
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
    private final double[] full;
    private final NormalEquations[] atFullWeight;
    private final NormalEquations[] equations;
    private NormalEquations total;
    private double[] coefficients;

    PaceRegression(List<SteadyRun> runs) {
        windows = new Windows(runs);
        full = new double[windows.count()];
        atFullWeight = new NormalEquations[windows.runs()];
        for (int run = 0; run < windows.runs(); run++) {
            double weight = WINDOWS_A_RUN / (windows.end(run) - windows.start(run));
            Arrays.fill(full, windows.start(run), windows.end(run), weight);
            atFullWeight[run] = new NormalEquations();
            windows.addTo(atFullWeight[run], run, full);
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

    private NormalEquations total() {
        NormalEquations sum = NormalEquations.leaningOn(PRIOR, PRIOR_SPREAD, NOISE_BPM);
        for (NormalEquations run : equations) {
            sum.add(run);
        }
        return sum;
    }

    /** Answers the median distance, near which the next one will lie. */
    private double reweigh(double lastMiddle) {
        double[] distances = windows.residuals(coefficients);
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.abs(distances[i]);
        }
        double middle = Median.near(lastMiddle, distances);
        double limit = HUBER_TUNING * Math.max(LEAST_SCALE_BPM, NORMAL_MAD * middle);
        double[] change = new double[distances.length];
        for (int i = 0; i < change.length; i++) {
            change[i] = distances[i] <= limit ? 0 : full[i] * (limit / distances[i] - 1);
        }
        for (int run = 0; run < equations.length; run++) {
            equations[run] = atFullWeight[run].copy();
            windows.addTo(equations[run], run, change);
        }
        return middle;
    }
}
