package freshlegs.app.simulate;

import freshlegs.ingest.fit.WrittenHrvStatus;
import freshlegs.ingest.fit.WrittenMonitoring;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** What the watch measures at night, with its own rolling means: resting heart rate, variability and sleep. */
final class NightWatch {
    private static final double RESTING_SPREAD_BPM = 2.5;
    private static final double VARIABILITY_SPREAD = 0.15;
    private static final double NOT_WORN = 0.09;
    private static final double WITHOUT_VARIABILITY = 0.05;
    private static final int WEEK = 7;
    private static final int NIGHTS_TO_BAND = 19;
    private static final int NIGHTS_IN_BAND = 60;

    private final Runner runner;
    private final Recorder recorder;
    private final List<Integer> resting = new ArrayList<>();
    private final List<Double> variability = new ArrayList<>();

    NightWatch(Runner runner, Recorder recorder) {
        this.runner = runner;
        this.recorder = recorder;
    }

    void record(LocalDate date, Night night, Strain strain, Random chance) throws IOException {
        if (chance.nextDouble() < NOT_WORN) {
            return;
        }
        recorder.keep(date, night.written(runner));
        recorder.keep(date, monitoring(date, night, strain));
        if (chance.nextDouble() >= WITHOUT_VARIABILITY) {
            recorder.keep(date, hrvStatus(night, strain, chance));
        }
    }

    private WrittenMonitoring monitoring(LocalDate date, Night night, Strain strain) {
        int today = (int) Math.rint(runner.restingBpm() + RESTING_SPREAD_BPM * strain.resting());
        resting.add(today);
        double week = last(resting, WEEK).stream()
                .mapToInt(Integer::intValue)
                .average()
                .orElse(today);
        Instant midnight = date.atStartOfDay(Runner.ZONE).toInstant();
        Instant at = night.wokeAt().plus(Duration.ofMinutes(12));
        return new WrittenMonitoring(runner.watch(), midnight, at, 0, (int) Math.rint(week), today);
    }

    private WrittenHrvStatus hrvStatus(Night night, Strain strain, Random chance) {
        double lastNight = StrictMath.exp(runner.lnRmssd() - VARIABILITY_SPREAD * strain.variability());
        variability.add(lastNight);
        int windows = (int) (Duration.between(night.asleepAt(), night.wokeAt()).toMinutes() / 5);
        List<Double> fiveMinutes = IntStream.range(0, windows)
                .mapToObj(i -> lastNight * StrictMath.exp(0.18 * chance.nextGaussian()))
                .toList();
        return new WrittenHrvStatus(
                runner.watch(),
                night.asleepAt(),
                night.wokeAt().plus(Duration.ofMinutes(3)),
                mean(last(variability, WEEK)),
                lastNight,
                band(),
                fiveMinutes);
    }

    private Optional<WrittenHrvStatus.Band> band() {
        if (variability.size() < NIGHTS_TO_BAND) {
            return Optional.empty();
        }
        double usual = mean(last(variability, NIGHTS_IN_BAND));
        return Optional.of(new WrittenHrvStatus.Band(usual * 0.85, usual * 0.9, usual * 1.1));
    }

    private static <T> List<T> last(List<T> all, int count) {
        return all.subList(Math.max(0, all.size() - count), all.size());
    }

    private static double mean(List<Double> all) {
        return all.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
