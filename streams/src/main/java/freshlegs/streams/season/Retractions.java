package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.FactRef;
import freshlegs.model.fact.Retraction;
import freshlegs.model.json.Json;
import java.util.Optional;

/**
 * What was taken back for good, by the name of the fact or of one of its revisions. It holds for what comes later as well, until
 * a later edit of the retraction lifts it.
 */
final class Retractions {
    private final Shelf shelf;
    private final Presence any;

    Retractions(Shelf shelf) {
        this.shelf = shelf;
        this.any = new Presence(shelf, Retractions::all);
    }

    void add(Retraction retraction) {
        any.put(retraction.athlete());
        shelf.put(prefix(retraction.athlete(), retraction.factId()) + retraction.revision(), Json.write(retraction));
    }

    Optional<Retraction> get(AthleteId athlete, String name, String revision) {
        return shelf.get(prefix(athlete, name) + revision).map(Retractions::read);
    }

    void remove(AthleteId athlete, String name, String revision) {
        any.removed(athlete);
        shelf.remove(prefix(athlete, name) + revision);
    }

    boolean any(AthleteId athlete) {
        return any.of(athlete);
    }

    /** Whether this telling, or the fact whatever is told of it, is taken back. */
    boolean cover(AthleteId athlete, FactRef ref) {
        FactKind kind = toldAs(ref.kind());
        return holds(athlete, Retraction.factId(kind, ref.factId(), Optional.empty()))
                || holds(athlete, Retraction.factId(kind, ref.factId(), Optional.of(ref.revision())));
    }

    /** The season holds a recording as the session it amounts to. */
    private static FactKind toldAs(FactKind kind) {
        return kind == FactKind.SESSION ? FactKind.RECORDING : kind;
    }

    private boolean holds(AthleteId athlete, String name) {
        return shelf.startingWith(prefix(athlete, name)).values().stream()
                .map(Retractions::read)
                .max(Facts.BELIEF)
                .filter(believed -> !believed.lifted())
                .isPresent();
    }

    private static Retraction read(byte[] bytes) {
        return Json.read(bytes, Retraction.class);
    }

    private static String prefix(AthleteId athlete, String name) {
        return all(athlete) + name + "/";
    }

    private static String all(AthleteId athlete) {
        return athlete + "/retraction/";
    }
}
