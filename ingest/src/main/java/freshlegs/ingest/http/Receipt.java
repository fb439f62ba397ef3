package freshlegs.ingest.http;

import freshlegs.model.fact.ActivityBrief;
import freshlegs.model.result.FileOutcome.Copy;
import freshlegs.model.result.FileOutcome.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a file is that was handed over: {@code waiting} in the spool, {@code processing}, or its outcome with the reason.
 * {@code note} says why no more is known, {@code files} counts the outcomes of an archive's files.
 */
public record Receipt(
        String id,
        String state,
        Optional<String> reason,
        Optional<String> note,
        List<ActivityBrief> activities,
        List<Copy> copies,
        Optional<Map<Outcome, Integer>> files) {
    static final String WAITING = "waiting";
    private static final String PROCESSING = "processing";

    static Receipt waiting(String id) {
        return open(id, WAITING, Optional.empty());
    }

    static Receipt of(String id, OutcomeLookup.Answer answer) {
        if (answer instanceof OutcomeLookup.Found found) {
            return new Receipt(
                    id,
                    found.outcome().key(),
                    found.reason(),
                    Optional.empty(),
                    found.activities(),
                    found.copies(),
                    Optional.of(found.inside()).filter(counts -> !counts.isEmpty()));
        }
        return open(
                id,
                PROCESSING,
                answer instanceof OutcomeLookup.Unknown unknown ? Optional.of(unknown.note()) : Optional.empty());
    }

    /** Whether it will not change any more, but for a decision of its owner. */
    public boolean isFinal() {
        return !state.equals(WAITING) && !state.equals(PROCESSING);
    }

    private static Receipt open(String id, String state, Optional<String> note) {
        return new Receipt(id, state, Optional.empty(), note, List.of(), List.of(), Optional.empty());
    }
}
