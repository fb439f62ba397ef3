package freshlegs.model.result;

import com.fasterxml.jackson.annotation.JsonValue;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.ActivityBrief;
import freshlegs.model.fact.FactRef;
import freshlegs.model.fact.FileDecision.Verdict;
import freshlegs.model.fact.Route;
import freshlegs.model.fact.Salvage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What became of one delivered file, with the reason in a plain sentence unless it was simply imported. {@code duplicateOf} is
 * the delivery that had brought the same before. {@code takenBack} are the readings and check-ins that it held and that count no
 * more, because every file that held them was taken back; {@code readings} are all readings and check-ins that it held.
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
        Route route,
        Optional<String> archive,
        List<ActivityBrief> activities,
        List<Copy> copies,
        List<FactRef> takenBack,
        Optional<Salvage> salvage,
        int unknownMessages,
        Verdict decision,
        List<FactRef> readings) {

    /**
     * How one activity of the file stands among the copies of it: {@code group} names the run that all copies are of, {@code
     * kept} says that this copy is the one analysed, so that of all files exactly one says so, {@code why} is a plain sentence. {@code heartRateQuality} is valid seconds
     * over moving seconds, 0 to 1, when there is any heart rate.
     */
    public record Copy(
            String activity,
            String revision,
            String group,
            boolean kept,
            String why,
            OptionalDouble heartRateQuality) {}

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
        copies = List.copyOf(copies);
        takenBack = List.copyOf(takenBack);
        readings = List.copyOf(readings);
    }
}
