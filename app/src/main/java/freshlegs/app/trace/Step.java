package freshlegs.app.trace;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One step of the way: when, as far as anybody noted it, what happened in a sentence without any measurement, and its ids. */
public record Step(String stage, Optional<Instant> at, String sentence, Map<String, String> ids) {
    public Step {
        ids = new LinkedHashMap<>(ids);
    }

    static Step at(Instant at, String stage, String sentence) {
        return new Step(stage, Optional.of(at), sentence, Map.of());
    }

    static Step of(String stage, String sentence) {
        return new Step(stage, Optional.empty(), sentence, Map.of());
    }

    /** What should be there and is not. */
    static Step missing(String stage, String sentence) {
        return new Step(stage, Optional.empty(), sentence, Map.of("missing", "true"));
    }

    Step with(String name, Object id) {
        Map<String, String> more = new LinkedHashMap<>(ids);
        more.put(name, id.toString());
        return new Step(stage, at, sentence, more);
    }

    public boolean isMissing() {
        return ids.containsKey("missing");
    }
}
