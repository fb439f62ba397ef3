package freshlegs.coach;

import freshlegs.model.AthleteId;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Somebody who takes files that are dropped on an athlete's page, and tells what became of them. */
public interface Uploads {
    /**
     * Takes all that {@code content} gives; it is not asked for when that is refused already. {@code bytes} is its announced
     * length, negative when there is none; {@code fileName} is only ever shown.
     */
    Answer take(AthleteId athlete, String fileName, long bytes, Supplier<InputStream> content);

    /** How far the file is that was accepted under {@code id}, if it is one of the athlete's. */
    Optional<State> state(AthleteId athlete, String id);

    /** Whether a file was taken. */
    sealed interface Answer {}

    /** Safe; its outcome can be asked for by the id. */
    record Accepted(String id) implements Answer {}

    /** Not taken; {@code status} is HTTP's, the sentence says why and what to do. */
    record Refused(int status, String sentence, Optional<Duration> retryAfter) implements Answer {}

    /** {@code waiting}, {@code processing} or an outcome such as {@code imported}; {@code over} when it will not change. */
    record State(String state, Optional<String> reason, boolean over) {}
}
