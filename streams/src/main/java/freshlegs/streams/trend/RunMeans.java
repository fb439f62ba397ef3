package freshlegs.streams.trend;

import freshlegs.model.fact.Session;
import java.util.List;
import java.util.OptionalDouble;

/** The day's runs as one: heart rate and grade-adjusted pace weighted by moving time, the decoupling of the longest. */
record RunMeans(OptionalDouble heartRateBpm, OptionalDouble paceSecondsPerKilometre, OptionalDouble decouplingPercent) {

    private static final double USABLE_HEART_RATE = 0.7;

    static RunMeans of(List<Session> sessions) {
        Weighted heartRate = new Weighted();
        Weighted speed = new Weighted();
        OptionalDouble decoupling = OptionalDouble.empty();
        double longest = -1;
        for (Session run : sessions) {
            if (!run.sport().isRun()) {
                continue;
            }
            speed.add(run.pace().meanMetresPerSecond(), run.movingSeconds());
            if (run.heartRate().validShare() >= USABLE_HEART_RATE) {
                heartRate.add(run.heartRate().meanBpm(), run.movingSeconds());
            }
            if (run.movingSeconds() > longest) {
                longest = run.movingSeconds();
                decoupling = run.decouplingPercent();
            }
        }
        double metresPerSecond = speed.mean().orElse(0);
        return new RunMeans(
                heartRate.mean(),
                metresPerSecond > 0 ? OptionalDouble.of(1000 / metresPerSecond) : OptionalDouble.empty(),
                decoupling);
    }

    private static final class Weighted {
        private double sum;
        private double seconds;

        void add(OptionalDouble value, double movingSeconds) {
            if (value.isPresent() && movingSeconds > 0) {
                sum += value.getAsDouble() * movingSeconds;
                seconds += movingSeconds;
            }
        }

        OptionalDouble mean() {
            return seconds > 0 ? OptionalDouble.of(sum / seconds) : OptionalDouble.empty();
        }
    }
}
