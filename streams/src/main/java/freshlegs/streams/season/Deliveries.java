package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.FactRef;
import freshlegs.model.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every delivery, and for every fact the deliveries that hold it. A recording is held as the session it amounts to. */
final class Deliveries {
    static final Comparator<Delivery> ARRIVAL =
            Comparator.comparing(Delivery::ingestedAt).thenComparing(Delivery::factId);

    private static final byte[] MARK = {};

    private final Shelf shelf;

    Deliveries(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Of two tellings of one delivery the earlier stays. */
    void add(Delivery delivery) {
        Optional<Delivery> before = get(delivery.athlete(), delivery.factId());
        if (before.filter(told -> !delivery.ingestedAt().isBefore(told.ingestedAt()))
                .isPresent()) {
            return;
        }
        before.ifPresent(this::remove);
        shelf.put(file(delivery.athlete(), delivery.factId()), Json.write(delivery));
        for (FactRef ref : delivery.contents()) {
            shelf.put(holds(delivery.athlete(), ref) + ref.revision() + "/" + delivery.factId(), MARK);
        }
    }

    void remove(Delivery delivery) {
        shelf.remove(file(delivery.athlete(), delivery.factId()));
        for (FactRef ref : delivery.contents()) {
            shelf.remove(holds(delivery.athlete(), ref) + ref.revision() + "/" + delivery.factId());
        }
    }

    Optional<Delivery> get(AthleteId athlete, String id) {
        return shelf.get(file(athlete, id)).map(bytes -> Json.read(bytes, Delivery.class));
    }

    /** The ids of all deliveries that hold any revision of the fact. */
    List<String> holdingAny(AthleteId athlete, FactKind kind, String factId) {
        return ids(prefix(athlete, kind, factId));
    }

    /** The deliveries that hold exactly this, in the order of their arrival. */
    List<Delivery> holding(AthleteId athlete, FactRef ref) {
        return ids(holds(athlete, ref) + ref.revision() + "/").stream()
                .flatMap(id -> get(athlete, id).stream())
                .sorted(ARRIVAL)
                .toList();
    }

    static FactKind heldAs(FactKind kind) {
        return kind == FactKind.RECORDING ? FactKind.SESSION : kind;
    }

    private List<String> ids(String prefix) {
        return shelf.startingWith(prefix).keySet().stream()
                .map(key -> key.substring(key.lastIndexOf('/') + 1))
                .distinct()
                .toList();
    }

    private static String holds(AthleteId athlete, FactRef ref) {
        return prefix(athlete, heldAs(ref.kind()), ref.factId());
    }

    private static String prefix(AthleteId athlete, FactKind kind, String factId) {
        return String.join("/", athlete.value(), "holds", kind.key(), factId, "");
    }

    private static String file(AthleteId athlete, String id) {
        return athlete + "/file/" + id;
    }
}
