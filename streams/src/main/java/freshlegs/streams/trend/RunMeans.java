package freshlegs.streams.trend;

import freshlegs.model.fact.Session;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The day's runs as one: heart rate and grade-adjusted pace weighted by moving time, the decoupling of the longest. */
record RunMeans(OptionalDouble heartRateBpm, OptionalDouble paceSecondsPerKilometre, OptionalDouble decouplingPercent) {

    private static final double USABLE_HEART_RATE = 0.7;

    static RunMeans of(List<Session> sessions) {
        List<Session> runs = sessions.stream().filter(s -> s.sport().isRun()).toList();
        OptionalDouble speed = weighted(runs, run -> run.pace().meanMetresPerSecond());
        OptionalDouble heartRate = weighted(
                runs,
                run -> run.heartRate().validShare() >= USABLE_HEART_RATE
                        ? run.heartRate().meanBpm()
                        : OptionalDouble.empty());
        return new RunMeans(
                heartRate,
                speed.isPresent() && speed.getAsDouble() > 0
                        ? OptionalDouble.of(1000 / speed.getAsDouble())
                        : OptionalDouble.empty(),
                runs.stream()
                        .max(Comparator.comparingDouble(Session::movingSeconds))
                        .map(Session::decouplingPercent)
                        .orElse(OptionalDouble.empty()));
    }

    private static OptionalDouble weighted(List<Session> runs, Function<Session, OptionalDouble> quantity) {
        double sum = 0;
        double seconds = 0;
        for (Session run : runs) {
            OptionalDouble value = quantity.apply(run);
            if (value.isPresent() && run.movingSeconds() > 0) {
                sum += value.getAsDouble() * run.movingSeconds();
                seconds += run.movingSeconds();
            }
        }
        return seconds > 0 ? OptionalDouble.of(sum / seconds) : OptionalDouble.empty();
    }
}
