package freshlegs.ingest.fit;

import java.time.Instant;
import java.util.List;

/** A night's sleep file: each stage from its beginning, in order, ending awake at {@code wokeAt}; the score is 0 to 100. */
public record WrittenSleep(WrittenDevice device, List<Stage> stages, Instant wokeAt, int score) {
    /** How deep the sleep is. */
    public enum Level {
        AWAKE,
        LIGHT,
        DEEP,
        REM
    }

    /** A stretch of one level; it lasts until the next begins. */
    public record Stage(Instant from, Level level) {}

    public WrittenSleep {
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("a night needs at least one stage");
        }
    }
}
