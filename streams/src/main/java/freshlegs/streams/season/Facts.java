package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.FactRef;
import freshlegs.model.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The set of all facts, by athlete and local day. Adding is a set union: whatever the order and however often, the same facts
 * are there in the end, each telling with the latest time at which it was taken in, since that is the one that a compacted
 * topic keeps.
 */
final class Facts {
    /** Of several revisions of one fact the highest rank is believed, then the highest revision. */
    static final Comparator<Fact> BELIEF = Comparator.comparingLong(Fact::rank).thenComparing(Fact::revision);

    static final Comparator<Fact> LAST_TOLD =
            Comparator.comparing(Fact::ingestedAt).thenComparing(Facts::byContent);

    /** A name and a day may be as far apart as the world's time zones are. */
    private static final int NAME_APART_DAYS = 2;

    private final Shelf shelf;
    private final Calendar calendar;
    private final FactCodec codec;

    Facts(Shelf shelf) {
        this(shelf, new Calendar(shelf));
    }

    Facts(Shelf shelf, Calendar calendar) {
        this.shelf = shelf;
        this.calendar = calendar;
        this.codec = new FactCodec(shelf);
    }

    /** However it was spelled when it came. */
    private static int byContent(Fact one, Fact other) {
        return one.equals(other) ? 0 : Arrays.compare(Json.write(one), Json.write(other));
    }

    /** What an addition or a removal did: the fact that was held before, and the days that may look different now. */
    record Change(Optional<Fact> before, Set<LocalDate> days, boolean isNews) {
        static final Change NONE = new Change(Optional.empty(), Set.of(), false);
    }

    /** Adds one telling. */
    Change add(Fact fact) {
        Optional<FactKey> held = find(fact.athlete(), fact.kind(), fact.localDate(), fact.factId(), fact.revision());
        Optional<Fact> before = held.flatMap(this::get);
        if (before.filter(told -> LAST_TOLD.compare(told, fact) >= 0).isPresent()) {
            return Change.NONE;
        }
        FactKey key = FactKey.of(fact);
        held.ifPresent(this::drop);
        put(key, codec.write(fact));
        return new Change(before, days(held, Optional.of(key)), true);
    }

    /** Takes one telling away. */
    Change remove(AthleteId athlete, FactKind kind, String factId, String revision) {
        Optional<FactKey> held = find(athlete, kind, factId, revision);
        if (held.isEmpty()) {
            return Change.NONE;
        }
        Optional<Fact> before = held.flatMap(this::get);
        drop(held.get());
        return new Change(before, days(held, Optional.empty()), true);
    }

    /** Keeps a fact in mind or out of it; the answer is the day that looks different now. */
    Optional<LocalDate> leaveOut(AthleteId athlete, FactRef ref, boolean out) {
        FactKey dated = FactKey.possible(athlete, ref).get(0);
        FactKey from = out ? dated : dated.at(FactKey.LEFT_OUT);
        FactKey to = out ? dated.at(FactKey.LEFT_OUT) : dated;
        Optional<byte[]> held = shelf.get(from.text());
        held.ifPresent(bytes -> {
            drop(from);
            put(to, bytes);
        });
        return held.map(bytes -> ref.localDate());
    }

    Optional<Fact> get(FactKey key) {
        return shelf.get(key.text()).map(bytes -> codec.read(key.kind(), bytes));
    }

    /** The telling as it is held, wherever it lies. */
    Optional<Fact> get(AthleteId athlete, FactRef ref) {
        return calendar.taken(FactKey.possible(athlete, ref)).stream()
                .flatMap(key -> get(key).stream())
                .findFirst();
    }

    /** All that counts from day {@code first} up to and without {@code end}, by day, each in the order of the keys. */
    Map<LocalDate, List<Fact>> between(AthleteId athlete, LocalDate first, LocalDate end) {
        Map<LocalDate, List<Fact>> byDay = new HashMap<>();
        shelf.between(FactKey.day(athlete, first), FactKey.day(athlete, end)).forEach((text, bytes) -> {
            FactKey key = FactKey.parse(text);
            key.date().ifPresent(date -> byDay.computeIfAbsent(date, d -> new ArrayList<>())
                    .add(codec.read(key.kind(), bytes)));
        });
        return byDay;
    }

    /** All that counts on one day, in the order of the keys. */
    List<Fact> on(AthleteId athlete, LocalDate date) {
        return between(athlete, date, date.plusDays(1)).getOrDefault(date, List.of());
    }

    private void put(FactKey key, byte[] bytes) {
        shelf.put(key.text(), bytes);
        calendar.put(key);
    }

    private void drop(FactKey key) {
        shelf.remove(key.text());
        calendar.removed(key);
    }

    /** Everything told of what has its day in its name, wherever it lies but off the clock. */
    List<FactRef> tellings(AthleteId athlete, FactKind kind, String factId) {
        return DayInName.of(factId).stream()
                .flatMap(day -> Stream.of(day.toString(), FactKey.LEFT_OUT)
                        .map(place -> new FactKey(athlete, place, kind, factId, "").text())
                        .flatMap(prefix -> shelf.startingWith(prefix).keySet().stream())
                        .map(FactKey::parse)
                        .map(key -> new FactRef(kind, day, factId, key.revision())))
                .toList();
    }

    private Optional<FactKey> find(AthleteId athlete, FactKind kind, LocalDate date, String factId, String revision) {
        return calendar.taken(FactKey.possible(athlete, new FactRef(kind, date, factId, revision))).stream()
                .filter(where -> shelf.get(where.text()).isPresent())
                .findFirst();
    }

    /** A fact's name begins with its day or one close to it; if not, all that is held of the athlete is looked through. */
    private Optional<FactKey> find(AthleteId athlete, FactKind kind, String factId, String revision) {
        FactKey apart = new FactKey(athlete, FactKey.LEFT_OUT, kind, factId, revision);
        String rest = "/" + String.join("/", kind.key(), factId, revision);
        return Stream.of(apart, apart.at(FactKey.OFF_CLOCK))
                .map(FactKey::text)
                .filter(key -> shelf.get(key).isPresent())
                .findFirst()
                .or(() -> DayInName.of(factId)
                        .flatMap(day -> shelf.firstKey(
                                FactKey.day(athlete, day.minusDays(NAME_APART_DAYS)),
                                FactKey.day(athlete, day.plusDays(NAME_APART_DAYS + 1L)),
                                key -> key.endsWith(rest))))
                .or(() -> shelf.firstKey(athlete + "/", athlete + "0", key -> key.endsWith(rest)))
                .map(FactKey::parse);
    }

    private static Set<LocalDate> days(Optional<FactKey> before, Optional<FactKey> now) {
        return Stream.concat(before.stream(), now.stream())
                .flatMap(key -> key.date().stream())
                .collect(Collectors.toSet());
    }
}
