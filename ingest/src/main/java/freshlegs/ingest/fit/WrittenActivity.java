package freshlegs.ingest.fit;

import freshlegs.model.Sport;
import freshlegs.model.fact.Lap;
import freshlegs.model.fact.Pause;
import freshlegs.model.fact.Samples;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * An activity to be written as a FIT file, of one sport. {@code elapsedSeconds} runs from start to stop, pauses included;
 * laps cover it without gaps, in order; {@code effort} is 0 to 10 (CR10), {@code feel} 0 to 100 with 100 best.
 */
public record WrittenActivity(
        WrittenDevice device,
        Instant start,
        int utcOffsetSeconds,
        Sport sport,
        double elapsedSeconds,
        double distanceMetres,
        List<Lap> laps,
        List<Pause> pauses,
        Samples samples,
        OptionalInt effort,
        OptionalInt feel) {

    public WrittenActivity {
        laps = List.copyOf(laps);
        pauses = List.copyOf(pauses);
    }

    double timerSeconds() {
        return elapsedSeconds
                - pauses.stream().mapToDouble(Pause::durationSeconds).sum();
    }
}
