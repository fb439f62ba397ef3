package freshlegs.ingest.http;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.ActivityBrief;
import freshlegs.model.result.FileOutcome.Copy;
import freshlegs.model.result.FileOutcome.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where it stands what became of a file once everything has been done with it. */
public interface OutcomeLookup {
    Answer find(AthleteId athlete, String deliveryId);

    /** What is known of a file's outcome. */
    sealed interface Answer {}

    /** Its outcome; {@code inside} counts the outcomes of the files in it when it was an archive. */
    record Found(
            Outcome outcome,
            Optional<String> reason,
            List<ActivityBrief> activities,
            List<Copy> copies,
            Map<Outcome, Integer> inside)
            implements Answer {}

    /** None so far. */
    record NotYet() implements Answer {}

    /** It cannot be looked up; the sentence says why. */
    record Unknown(String note) implements Answer {}

    /** For an intake without a database. */
    static OutcomeLookup nowhere() {
        return (athlete, deliveryId) -> new Unknown(
                "outcomes are not known here, because this intake has no database (FRESHLEGS_POSTGRES_URL)");
    }
}
