package freshlegs.model.result;

import com.fasterxml.jackson.annotation.JsonValue;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.ActivityBrief;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of one delivered file, with the reason in a plain sentence unless it was simply imported. {@code duplicateOf} is
 * the delivery that had brought the same before.
 */
public record FileOutcome(
        AthleteId athlete,
        String deliveryId,
        String path,
        String sha256,
        Instant receivedAt,
        Outcome outcome,
        Optional<String> reason,
        Optional<String> duplicateOf,
        List<ActivityBrief> activities) {

    /** The visible ends of a file's way; each file has exactly one. */
    public enum Outcome {
        IMPORTED,
        DUPLICATE,
        SET_ASIDE,
        FAILED;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public FileOutcome {
        activities = List.copyOf(activities);
    }
}
