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

    int count() {
        return starts[runs()];
    }

    int start(int run) {
        return starts[run];
    }

    int end(int run) {
        return starts[run + 1];
    }

    /** Adds one run's windows to the equations, each with its weight. */
    void addTo(NormalEquations equations, int run, double[] weights) {
        for (int i = start(run); i < end(run); i++) {
            if (weights[i] != 0) {
                equations.add(speed[i], heat[i], minutes[i], bpm[i], weights[i]);
            }
        }
    }

    /** How far each heart rate lies above what is expected, all runs. */
    double[] residuals(double[] coefficients) {
        return residuals(coefficients, 0, count());
    }

    double medianResidual(int run, double[] coefficients) {
        return Median.of(residuals(coefficients, start(run), end(run)));
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
