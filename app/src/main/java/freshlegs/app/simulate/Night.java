package freshlegs.app.simulate;

import freshlegs.ingest.fit.WrittenSleep;
import freshlegs.ingest.fit.WrittenSleep.Level;
import freshlegs.ingest.fit.WrittenSleep.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One night: stages in cycles of about ninety minutes until the sleep is had, woken now and then. */
record Night(List<Stage> stages, Instant wokeAt, double asleepHours) {
    private static final int WAKE_MINUTE = 5 * 60 + 50;

    static Night before(LocalDate morning, double asleepHours, Random chance) {
        long wake = morning.atStartOfDay(Runner.ZONE).toEpochSecond() + 60L * (WAKE_MINUTE + chance.nextInt(25));
        List<Level> levels = new ArrayList<>();
        List<Integer> minutes = new ArrayList<>();
        int left = (int) Math.round(asleepHours * 60);
        for (int cycle = 0; left > 0; cycle++) {
            left -= add(levels, minutes, Level.LIGHT, Math.min(left, 18 + chance.nextInt(18)));
            left -= add(levels, minutes, Level.DEEP, Math.min(left, Math.max(6, 34 - 8 * cycle) + chance.nextInt(8)));
            left -= add(levels, minutes, Level.LIGHT, Math.min(left, 14 + chance.nextInt(14)));
            left -= add(levels, minutes, Level.REM, Math.min(left, 8 + 5 * cycle + chance.nextInt(8)));
            if (left > 0 && chance.nextDouble() < 0.5) {
                add(levels, minutes, Level.AWAKE, 1 + chance.nextInt(5));
            }
        }
        long from = wake - 60L * minutes.stream().mapToInt(Integer::intValue).sum();
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            stages.add(new Stage(Instant.ofEpochSecond(from), levels.get(i)));
            from += 60L * minutes.get(i);
        }
        return new Night(stages, Instant.ofEpochSecond(wake), Math.round(asleepHours * 60) / 60.0);
    }

    Instant asleepAt() {
        return stages.get(0).from();
    }

    WrittenSleep written(Runner runner) {
        int score = (int) Math.max(20, Math.min(100, Math.round(40 + 5.2 * asleepHours)));
        return new WrittenSleep(runner.watch(), stages, wokeAt, score);
    }

    private static int add(List<Level> levels, List<Integer> minutes, Level level, int length) {
        if (length > 0) {
            levels.add(level);
            minutes.add(length);
        }
        return length;
    }
}
