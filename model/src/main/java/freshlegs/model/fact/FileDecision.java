package freshlegs.model.fact;

import com.fasterxml.jackson.annotation.JsonValue;
import freshlegs.model.AthleteId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * What a person decided about a delivered file or a whole archive, by its id; of several decisions about one the latest counts,
 * and {@link Verdict#NONE} takes them all back.
 */
public record FileDecision(
        AthleteId athlete, String factId, String revision, Instant ingestedAt, Instant recordedAt, Verdict verdict)
        implements Fact {

    /** What is to be done with the file. */
    public enum Verdict {
        /** Analyse this copy, whichever is richer. */
        KEEP,
        /** Its activities are nobody's copies. */
        SPLIT,
        /** As if it had never been handed over. */
        UNDO,
        /** Nothing is decided. */
        NONE;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The day of the decision in UTC; it takes no part in trends itself. */
    @Override
    public LocalDate localDate() {
        return LocalDate.ofInstant(recordedAt, ZoneOffset.UTC);
    }

    @Override
    public FactKind kind() {
        return FactKind.FILE_DECISION;
    }

    @Override
    public long rank() {
        return recordedAt.toEpochMilli();
    }
}
