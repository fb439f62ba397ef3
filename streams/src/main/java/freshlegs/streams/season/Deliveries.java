package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.FactRef;
import freshlegs.model.json.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Every delivery; for every fact the deliveries that hold it, for every content its deliveries in the order of arrival, for
 * every archive what lay in it. A recording is held as the session it amounts to.
 */
final class Deliveries {
    static final Comparator<Delivery> ARRIVAL =
            Comparator.comparing(Delivery::ingestedAt).thenComparing(Delivery::factId);

    /** The same whichever of several contents came first. */
    static final Comparator<Delivery> CONTENT =
            Comparator.comparing(Delivery::sha256).thenComparing(ARRIVAL);

    private static final byte[] MARK = {};

    private final Shelf shelf;
    private final Presence any;

    Deliveries(Shelf shelf) {
        this.shelf = shelf;
        this.any = new Presence(shelf, athlete -> file(athlete, ""));
    }

    /** Of two tellings of one delivery the later stays; whether it is this one. */
    boolean add(Delivery delivery) {
        Optional<Delivery> before = get(delivery.athlete(), delivery.factId());
        if (before.filter(told -> Facts.LAST_TOLD.compare(told, delivery) >= 0).isPresent()) {
            return false;
        }
        before.ifPresent(this::remove);
        shelf.put(file(delivery.athlete(), delivery.factId()), Json.write(delivery));
        any.put(delivery.athlete());
        marks(delivery).forEach(mark -> shelf.put(mark, MARK));
        return true;
    }

    void remove(Delivery delivery) {
        shelf.remove(file(delivery.athlete(), delivery.factId()));
        any.removed(delivery.athlete());
        marks(delivery).forEach(shelf::remove);
    }

    Optional<Delivery> get(AthleteId athlete, String id) {
        return shelf.get(file(athlete, id)).map(bytes -> Json.read(bytes, Delivery.class));
    }

    /** The ids of all deliveries. */
    Stream<String> all(AthleteId athlete) {
        return ids(file(athlete, ""));
    }

    /** The deliveries that hold exactly this, in the order of their arrival. */
    List<Delivery> holding(AthleteId athlete, FactRef ref) {
        return holders(athlete, ref)
                .flatMap(id -> get(athlete, id).stream())
                .sorted(ARRIVAL)
                .toList();
    }

    /** The ids of the deliveries that hold exactly this. */
    Stream<String> holders(AthleteId athlete, FactRef ref) {
        return any.of(athlete) ? ids(holds(athlete, ref)) : Stream.empty();
    }

    /** The first delivery of the same bytes that came before and passes the {@code test}. */
    Optional<Delivery> earlier(Delivery delivery, Predicate<Delivery> test) {
        String bytes = bytes(delivery);
        AthleteId athlete = delivery.athlete();
        return shelf.firstKey(bytes, bytes + moment(delivery) + delivery.factId(), key -> get(athlete, lastPart(key))
                        .filter(test)
                        .isPresent())
                .flatMap(key -> get(athlete, lastPart(key)));
    }

    /** The ids of the deliveries of the same bytes that came after. */
    Stream<String> later(Delivery delivery) {
        String bytes = bytes(delivery);
        return ids(shelf.between(bytes + moment(delivery) + delivery.factId() + " ", bytes + "\uFFFF"));
    }

    List<Delivery> inArchive(AthleteId athlete, String archive) {
        return ids(archived(athlete, archive))
                .flatMap(id -> get(athlete, id).stream())
                .toList();
    }

    static FactKind heldAs(FactKind kind) {
        return kind == FactKind.RECORDING ? FactKind.SESSION : kind;
    }

    private Stream<String> ids(String prefix) {
        return ids(shelf.startingWith(prefix));
    }

    private static Stream<String> ids(SortedMap<String, byte[]> marks) {
        return marks.keySet().stream().map(Deliveries::lastPart);
    }

    private static String lastPart(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    private static Stream<String> marks(Delivery delivery) {
        AthleteId athlete = delivery.athlete();
        return Stream.of(
                        delivery.contents().stream().map(ref -> holds(athlete, ref)),
                        delivery.archive().stream().map(archive -> archived(athlete, archive)),
                        Stream.of(bytes(delivery) + moment(delivery)))
                .flatMap(prefixes -> prefixes)
                .map(prefix -> prefix + delivery.factId());
    }

    private static String holds(AthleteId athlete, FactRef ref) {
        return prefix(athlete, heldAs(ref.kind()), ref.factId()) + ref.revision() + "/";
    }

    private static String prefix(AthleteId athlete, FactKind kind, String factId) {
        return String.join("/", athlete.value(), "holds", kind.key(), factId, "");
    }

    private static String bytes(Delivery delivery) {
        return String.join("/", delivery.athlete().value(), "bytes", delivery.sha256(), "");
    }

    private static String moment(Delivery delivery) {
        Instant at = delivery.ingestedAt();
        return Stretch.moment(at.getEpochSecond()) + Stretch.moment(at.getNano()) + "/";
    }

    private static String archived(AthleteId athlete, String archive) {
        return String.join("/", athlete.value(), "archived", archive, "");
    }

    private static String file(AthleteId athlete, String id) {
        return athlete + "/file/" + id;
    }
}
