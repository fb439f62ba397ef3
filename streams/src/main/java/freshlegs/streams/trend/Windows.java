package freshlegs.streams.trend;

import freshlegs.streams.load.Median;
import java.util.List;

/**
 * The steady one-minute windows of some runs, one run after the other, as columns: speed (m/s above a usual one, so that sums of
 * products stay small), degrees above {@value #COOL_CELSIUS} C (0 when unknown), minutes since the start, and heart rate.
 */
final class Windows {
    private static final double USUAL_METRES_PER_SECOND = 3;
    private static final int COOL_CELSIUS = 15;

    private final int[] starts;
    private final double[] speed;
    private final double[] heat;
    private final double[] minutes;
    private final double[] bpm;

    Windows(List<SteadyRun> runs) {
        starts = new int[runs.size() + 1];
        for (int run = 0; run < runs.size(); run++) {
            starts[run + 1] = starts[run] + runs.get(run).windows();
        }
        speed = new double[count()];
        heat = new double[count()];
        minutes = new double[count()];
        bpm = new double[count()];
        for (int run = 0; run < runs.size(); run++) {
            fill(runs.get(run), starts[run]);
        }
    }

    private void fill(SteadyRun run, int start) {
        for (int i = 0; i < run.windows(); i++) {
            speed[start + i] = run.metresPerSecond(i) - USUAL_METRES_PER_SECOND;
            heat[start + i] = run.temperatureCelsius().has(i)
                    ? Math.max(0, run.temperatureCelsius().at(i) - COOL_CELSIUS)
                    : 0;
            minutes[start + i] = run.elapsedMinutes().at(i);
            bpm[start + i] = run.heartRateBpm(i);
        }
    }

    int runs() {
        return starts.length - 1;
    }

    private int count() {
        return starts[runs()];
    }

    int size(int run) {
        return starts[run + 1] - starts[run];
    }

    /** The equations of one run whose windows all have the same weight. */
    NormalEquations equations(int run, double weight) {
        NormalEquations equations = new NormalEquations();
        for (int i = starts[run]; i < starts[run + 1]; i++) {
            add(equations, i, weight);
        }
        return equations;
    }

    /**
     * Takes from the equations of one run, whose windows have the given weight, what those beyond the limit lose of theirs: of a
     * window at twice the limit half its weight is left.
     */
    void weaken(NormalEquations equations, int run, double weight, double[] distances, double limit) {
        int[] beyond = new int[size(run)];
        int count = 0;
        for (int i = starts[run]; i < starts[run + 1]; i++) {
            beyond[count] = i;
            count += distances[i] > limit ? 1 : 0;
        }
        for (int k = 0; k < count; k++) {
            add(equations, beyond[k], weight * (limit / distances[beyond[k]] - 1));
        }
    }

    private void add(NormalEquations equations, int window, double weight) {
        equations.add(speed[window], heat[window], minutes[window], bpm[window], weight);
    }

    /** How far each heart rate lies from what is expected, all runs. */
    double[] distances(double[] coefficients) {
        double[] distances = residuals(coefficients, 0, count());
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.abs(distances[i]);
        }
        return distances;
    }

    double medianResidual(int run, double[] coefficients) {
        return Median.of(residuals(coefficients, starts[run], starts[run + 1]));
    }

    private double[] residuals(double[] coefficients, int from, int to) {
        double a = coefficients[0];
        double b = coefficients[1];
        double c = coefficients[2];
        double d = coefficients[3];
        double[] residuals = new double[to - from];
        for (int i = 0; i < residuals.length; i++) {
            int w = from + i;
            residuals[i] = bpm[w] - (a + b * speed[w] + c * heat[w] + d * minutes[w]);
        }
        return residuals;
    }
}
