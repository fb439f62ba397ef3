package freshlegs.model.topic;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Fact;
import java.util.List;

/** The plain text keys of all topics: the athlete first, then what makes the record unique, separated by slashes. */
public final class RecordKey {
    private RecordKey() {}

    /** {@code athlete/kind/fact/revision}. */
    public static String of(Fact fact) {
        return String.join("/", fact.athlete().value(), fact.kind().key(), fact.factId(), fact.revision());
    }

    /** {@code athlete/date} or {@code athlete/id}. */
    public static String of(AthleteId athlete, Object id) {
        return athlete.value() + "/" + id;
    }

    public static AthleteId athleteOf(String key) {
        return AthleteId.of(athletePart(key));
    }

    /** The parts after the athlete. */
    public static List<String> rest(String key) {
        List<String> parts = List.of(key.split("/", -1));
        return parts.subList(1, parts.size());
    }

    static String athletePart(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }
}
