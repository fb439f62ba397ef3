package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The set of all facts, by athlete and local day. Adding is a set union: whatever the order and however often, the same facts
 * are there in the end, each telling with the earliest time at which it was taken in.
 */
final class Facts {
    /** Of several revisions of one fact the highest rank is believed, then the highest revision. */
    static final Comparator<Fact> BELIEF = Comparator.comparingLong(Fact::rank).thenComparing(Fact::revision);

    private static final Comparator<Fact> FIRST_TOLD =
            Comparator.comparing(Fact::ingestedAt).thenComparing(FactCodec::write, Arrays::compare);

    /** Two copies of one run may name days as far apart as the world's time zones are. */
    private static final int COPIES_APART_DAYS = 2;

    private final Shelf shelf;

    Facts(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Adds one telling; the answer is the days that may look different now. */
    Set<LocalDate> add(Fact fact) {
        Optional<FactKey> held = find(fact);
        Optional<Fact> before = held.flatMap(this::get);
        if (before.filter(told -> FIRST_TOLD.compare(told, fact) <= 0).isPresent()) {
            return Set.of();
        }
        FactKey key = FactKey.of(fact);
        Set<LocalDate> touched = new HashSet<>(daysOfCopies(key, fact.localDate()));
        held.flatMap(FactKey::date).ifPresent(touched::add);
        key.date().ifPresent(touched::add);
        held.map(FactKey::text).ifPresent(shelf::remove);
        shelf.put(key.text(), FactCodec.write(fact));
        return touched;
    }

    /** Takes one telling away; the answer is the days that may look different now. */
    Set<LocalDate> remove(AthleteId athlete, FactKind kind, String factId, String revision) {
        Optional<FactKey> held = find(athlete, "/" + String.join("/", kind.key(), factId, revision), factId);
        if (held.isEmpty()) {
            return Set.of();
        }
        shelf.remove(held.get().text());
        Set<LocalDate> touched = new HashSet<>();
        held.get().date().ifPresent(date -> {
            touched.add(date);
            touched.addAll(daysOfCopies(held.get(), date));
        });
        return touched;
    }

    Optional<Fact> get(FactKey key) {
        return shelf.get(key.text()).map(bytes -> FactCodec.read(key.kind(), bytes));
    }

    /** The telling as it is held, whether its clock can be right or not. */
    Optional<Fact> get(AthleteId athlete, FactKind kind, LocalDate date, String factId, String revision) {
        FactKey key = new FactKey(athlete, Optional.of(date), kind, factId, revision);
        return get(key).or(() -> get(key.on(Optional.empty())));
    }

    /** What is believed of a fact that is dated {@code date} or nearly so. */
    Optional<Fact> believed(AthleteId athlete, FactKind kind, LocalDate date, String factId) {
        return revisions(new FactKey(athlete, Optional.of(date), kind, factId, ""), date)
                .max(BELIEF);
    }

    /** All that is held of one day, in the order of the keys. */
    List<Fact> on(AthleteId athlete, LocalDate date) {
        return shelf.startingWith(FactKey.day(athlete, date)).entrySet().stream()
                .map(held -> FactCodec.read(FactKey.parse(held.getKey()).kind(), held.getValue()))
                .toList();
    }

    private Optional<FactKey> find(Fact fact) {
        FactKey key =
                new FactKey(fact.athlete(), Optional.of(fact.localDate()), fact.kind(), fact.factId(), fact.revision());
        return Stream.of(key, key.on(Optional.empty()))
                .filter(where -> shelf.get(where.text()).isPresent())
                .findFirst();
    }

    /** A fact's name begins with its day or one close to it; if not, all that is held of the athlete is looked through. */
    private Optional<FactKey> find(AthleteId athlete, String rest, String factId) {
        return DayInName.of(factId)
                .flatMap(day -> shelf.firstKey(
                        FactKey.day(athlete, day.minusDays(COPIES_APART_DAYS)),
                        FactKey.day(athlete, day.plusDays(COPIES_APART_DAYS + 1L)),
                        key -> key.endsWith(rest)))
                .or(() -> shelf.firstKey(athlete + "/", athlete + "0", key -> key.endsWith(rest)))
                .map(FactKey::parse);
    }

    private Stream<Fact> revisions(FactKey key, LocalDate date) {
        return near(key.kind(), date)
                .flatMap(day -> shelf.startingWith(key.on(Optional.of(day)).revisions()).values().stream())
                .map(bytes -> FactCodec.read(key.kind(), bytes));
    }

    private Set<LocalDate> daysOfCopies(FactKey key, LocalDate date) {
        Set<LocalDate> days = new HashSet<>();
        near(key.kind(), date)
                .filter(day -> !shelf.startingWith(key.on(Optional.of(day)).revisions())
                        .isEmpty())
                .forEach(days::add);
        return days;
    }

    private static Stream<LocalDate> near(FactKind kind, LocalDate date) {
        int apart = kind == FactKind.SESSION ? COPIES_APART_DAYS : 0;
        return LongStream.rangeClosed(-apart, apart).mapToObj(date::plusDays);
    }
}
