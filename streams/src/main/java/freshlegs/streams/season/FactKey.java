package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where a fact lies: {@code athlete/date/kind/fact/revision}, or apart from all days when its clock cannot be right. */
record FactKey(AthleteId athlete, Optional<LocalDate> date, FactKind kind, String factId, String revision) {
    private static final String APART = "off-clock";
    private static final Map<String, FactKind> KINDS =
            Arrays.stream(FactKind.values()).collect(Collectors.toMap(FactKind::key, Function.identity()));

    static FactKey of(Fact fact) {
        Optional<LocalDate> day = Clocks.canBeRight(fact) ? Optional.of(fact.localDate()) : Optional.empty();
        return new FactKey(fact.athlete(), day, fact.kind(), fact.factId(), fact.revision());
    }

    static FactKey parse(String text) {
        String[] parts = text.split("/", -1);
        return new FactKey(
                AthleteId.of(parts[0]),
                parts[1].equals(APART) ? Optional.empty() : Optional.of(LocalDate.parse(parts[1])),
                kind(parts[2]),
                parts[3],
                parts[4]);
    }

    static FactKind kind(String key) {
        FactKind kind = KINDS.get(key);
        if (kind == null) {
            throw new IllegalArgumentException("no such kind of fact");
        }
        return kind;
    }

    FactKey on(Optional<LocalDate> otherDate) {
        return new FactKey(athlete, otherDate, kind, factId, revision);
    }

    /** What all revisions of this fact on this date begin with. */
    String revisions() {
        return String.join("/", athlete.value(), date.map(LocalDate::toString).orElse(APART), kind.key(), factId, "");
    }

    String text() {
        return revisions() + revision;
    }

    static String day(AthleteId athlete, LocalDate date) {
        return athlete + "/" + date + "/";
    }
}
