package freshlegs.app.simulate;

import freshlegs.model.fact.Lap;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The laps so far and the one that runs. */
final class LapBook {
    private final List<Lap> laps = new ArrayList<>();
    private double startSecond;
    private double startMetres;
    private double pausedSeconds;
    private long beats;
    private int seconds;

    void tick(OptionalInt bpm) {
        if (bpm.isPresent()) {
            beats += bpm.getAsInt();
            seconds++;
        }
    }

    void pause(double durationSeconds) {
        pausedSeconds += durationSeconds;
    }

    double metresInLap(double metres) {
        return metres - startMetres;
    }

    void close(double second, double metres, Lap.Intensity intensity, boolean autoLap) {
        double timer = second - startSecond - pausedSeconds;
        if (timer < 0.001) {
            return;
        }
        OptionalInt mean =
                seconds > 0 ? OptionalInt.of((int) Math.round((double) beats / seconds)) : OptionalInt.empty();
        laps.add(new Lap(startSecond, timer, OptionalDouble.of(metres - startMetres), mean, intensity, autoLap));
        startSecond = second;
        startMetres = metres;
        pausedSeconds = 0;
        beats = 0;
        seconds = 0;
    }

    List<Lap> laps() {
        return List.copyOf(laps);
    }
}
