package freshlegs.streams.trend;

import freshlegs.streams.load.Sum;
import java.util.ArrayList;
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
    private static final double PRIOR_RUNS = 6;
    private static final double PRIOR_SPREAD_BPM = 4;
    private static final double WIDENED_WITHOUT_TEMPERATURE = 1.3;

    /** Empty when there are fewer than {@value #LEAST_RUNS} earlier runs of the same source. */
    public static Optional<HeartRateAtPace> of(SteadyRun today, List<SteadyRun> earlier) {
        List<SteadyRun> comparable = new ArrayList<>();
        for (SteadyRun run : earlier) {
            if (run.source().equals(today.source())) {
                comparable.add(run);
            }
        }
        return comparable.size() < LEAST_RUNS
                ? Optional.empty()
                : Optional.of(judge(today, new PaceRegression(comparable)));
    }

    private static HeartRateAtPace judge(SteadyRun today, PaceRegression usual) {
        double[] residuals = usual.residualsWithoutThemselves();
        int n = residuals.length;
        double mean = Sum.mean(residuals);
        double squares = Sum.squares(mean, residuals);
        double spread = Math.sqrt((PRIOR_RUNS * PRIOR_SPREAD_BPM * PRIOR_SPREAD_BPM + squares) / (PRIOR_RUNS + n - 1));
        double widened = today.knowsTemperature() ? spread : spread * WIDENED_WITHOUT_TEMPERATURE;
        return new HeartRateAtPace(usual.residual(today), mean, widened, n);
    }
}
