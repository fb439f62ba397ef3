package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.FileDecision;
import freshlegs.model.fact.FileDecision.Verdict;
import freshlegs.model.json.Json;
import java.util.Optional;

/**
 * What people decided about files and archives. Of several decisions about one the latest counts; a file without one of its own
 * is taken back with its archive. A decision about something that has not come waits for it.
 */
final class Decisions {
    private final Shelf shelf;
    private final Presence any;

    Decisions(Shelf shelf) {
        this.shelf = shelf;
        this.any = new Presence(shelf, Decisions::all);
    }

    void add(FileDecision decision) {
        any.put(decision.athlete());
        shelf.put(prefix(decision.athlete(), decision.factId()) + decision.revision(), Json.write(decision));
    }

    void remove(AthleteId athlete, String target, String revision) {
        any.removed(athlete);
        shelf.remove(prefix(athlete, target) + revision);
    }

    boolean any(AthleteId athlete) {
        return any.of(athlete);
    }

    /** What counts for a file: its own decision, else that its archive was taken back. */
    Optional<FileDecision> about(Delivery file) {
        return own(file.athlete(), file.factId()).or(() -> file.archive()
                .flatMap(archive -> own(file.athlete(), archive))
                .filter(made -> made.verdict() == Verdict.UNDO));
    }

    boolean isTakenBack(Delivery file) {
        return about(file).filter(made -> made.verdict() == Verdict.UNDO).isPresent();
    }

    private Optional<FileDecision> own(AthleteId athlete, String target) {
        return shelf.startingWith(prefix(athlete, target)).values().stream()
                .map(bytes -> Json.read(bytes, FileDecision.class))
                .max(Facts.BELIEF)
                .filter(made -> made.verdict() != Verdict.NONE);
    }

    private static String prefix(AthleteId athlete, String target) {
        return all(athlete) + target + "/";
    }

    private static String all(AthleteId athlete) {
        return athlete + "/decision/";
    }
}
