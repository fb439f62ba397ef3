package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.FactRef;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where a fact lies: {@code athlete/date/kind/fact/revision}. Apart from all days lies what has a clock that cannot be right,
 * and what is left out: taken back by a person, or another copy of a run that is analysed.
 */
record FactKey(AthleteId athlete, String place, FactKind kind, String factId, String revision) {
    static final String OFF_CLOCK = "off-clock";
    static final String LEFT_OUT = "left-out";

    private static final Map<String, FactKind> KINDS =
            Arrays.stream(FactKind.values()).collect(Collectors.toMap(FactKind::key, Function.identity()));

    static FactKey of(Fact fact) {
        String place = Clocks.canBeRight(fact) ? fact.localDate().toString() : OFF_CLOCK;
        return new FactKey(fact.athlete(), place, fact.kind(), fact.factId(), fact.revision());
    }

    /** Every place in which the fact may lie. */
    static List<FactKey> possible(AthleteId athlete, FactRef ref) {
        FactKey dated = new FactKey(athlete, ref.localDate().toString(), ref.kind(), ref.factId(), ref.revision());
        return List.of(dated, dated.at(OFF_CLOCK), dated.at(LEFT_OUT));
    }

    static FactKey parse(String text) {
        String[] parts = text.split("/", -1);
        return new FactKey(AthleteId.of(parts[0]), parts[1], kind(parts[2]), parts[3], parts[4]);
    }

    static FactKind kind(String key) {
        FactKind kind = KINDS.get(key);
        if (kind == null) {
            throw new IllegalArgumentException("no such kind of fact");
        }
        return kind;
    }

    Optional<LocalDate> date() {
        return place.equals(OFF_CLOCK) || place.equals(LEFT_OUT) ? Optional.empty() : Optional.of(DayText.parse(place));
    }

    FactKey at(String otherPlace) {
        return new FactKey(athlete, otherPlace, kind, factId, revision);
    }

    String text() {
        return String.join("/", athlete.value(), place, kind.key(), factId, revision);
    }

    static String day(AthleteId athlete, LocalDate date) {
        return athlete + "/" + date + "/";
    }
}
