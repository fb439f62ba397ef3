package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.FactRef;
import freshlegs.model.fact.FileDecision;
import freshlegs.model.fact.Retraction;
import freshlegs.model.fact.Session;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes in files, what people decide about them and take back, and the recordings they held, and notes what may stand differently now. */
final class FileBook {
    private final Facts facts;
    private final Deliveries deliveries;
    private final Decisions decisions;
    private final Retractions retractions;
    private final Copies copies;
    private final Standings standings;
    private final Agenda agenda;

    FileBook(
            Facts facts,
            Deliveries deliveries,
            Decisions decisions,
            Retractions retractions,
            Copies copies,
            Standings standings,
            Agenda agenda) {
        this.facts = facts;
        this.deliveries = deliveries;
        this.decisions = decisions;
        this.retractions = retractions;
        this.copies = copies;
        this.standings = standings;
        this.agenda = agenda;
    }

    void accept(Delivery delivery) {
        AthleteId athlete = delivery.athlete();
        List<Delivery> before =
                deliveries.get(athlete, delivery.factId()).stream().toList();
        if (deliveries.add(delivery)) {
            boolean decided = decisions.any(athlete);
            before.forEach(told -> touch(told, decided));
            touch(delivery, decided);
        }
    }

    void removeDelivery(AthleteId athlete, String id) {
        deliveries.get(athlete, id).ifPresent(delivery -> {
            deliveries.remove(delivery);
            touch(delivery, true);
        });
        agenda.touchDelivery(athlete, id);
    }

    void accept(FileDecision decision) {
        decisions.add(decision);
        touchTarget(decision.athlete(), decision.factId());
    }

    void removeDecision(AthleteId athlete, String target, String revision) {
        decisions.remove(athlete, target, revision);
        touchTarget(athlete, target);
    }

    void accept(Retraction retraction) {
        retractions.add(retraction);
        touchTarget(retraction);
    }

    void removeRetraction(AthleteId athlete, String name, String revision) {
        Optional<Retraction> gone = retractions.get(athlete, name, revision);
        retractions.remove(athlete, name, revision);
        gone.ifPresent(this::touchTarget);
    }

    /** A fact that a file may hold was added, replaced or removed. */
    void changed(AthleteId athlete, FactRef ref, Facts.Change change, Optional<Fact> now) {
        if (!change.isNews()) {
            return;
        }
        if (ref.kind() == FactKind.SESSION) {
            if (change.before().isPresent()) {
                touchHeld(athlete, ref);
                copies.remove(athlete, ref.factId(), ref.revision());
                standings.forget(athlete, ref.factId(), ref.revision());
            }
            now.ifPresent(fact -> copies.put((Session) fact));
            if (isDecided(athlete) || !standsAlone(change, now)) {
                touchHeld(athlete, ref);
            }
        } else if (isDecided(athlete)) {
            touchHeld(athlete, ref);
        }
        deliveries.holders(athlete, ref).forEach(file -> agenda.touchDelivery(athlete, file));
    }

    /** How everything stands and what became of every file is to be looked at again. */
    void touchAll(AthleteId athlete) {
        copies.places(athlete).forEach(place -> agenda.touchCopies(athlete, place));
        deliveries.all(athlete).forEach(file -> agenda.touchDelivery(athlete, file));
    }

    private boolean isDecided(AthleteId athlete) {
        return decisions.any(athlete) || retractions.any(athlete);
    }

    /** A new recording without copies stands as one does of which nothing is noted. */
    private boolean standsAlone(Facts.Change change, Optional<Fact> now) {
        return change.before().isEmpty()
                && now.filter(fact -> copies.isAlone((Session) fact)).isPresent();
    }

    private void touchTarget(AthleteId athlete, String target) {
        Stream.concat(deliveries.get(athlete, target).stream(), deliveries.inArchive(athlete, target).stream())
                .forEach(file -> touch(file, true));
    }

    private void touchTarget(Retraction retraction) {
        AthleteId athlete = retraction.athlete();
        if (retraction.targetKind() == FactKind.RECORDING) {
            copies.places(athlete, retraction.targetId()).forEach(place -> agenda.touchCopies(athlete, place));
        } else {
            facts.tellings(athlete, retraction.targetKind(), retraction.targetId())
                    .forEach(ref -> agenda.touchReading(athlete, ref));
        }
    }

    /** Readings can only be taken back where something is decided. */
    private void touch(Delivery delivery, boolean readingsToo) {
        AthleteId athlete = delivery.athlete();
        for (FactRef ref : delivery.contents()) {
            if (readingsToo || Deliveries.heldAs(ref.kind()) == FactKind.SESSION) {
                touchHeld(athlete, ref);
            }
        }
        agenda.touchDelivery(athlete, delivery.factId());
        if (deliveries.earlier(delivery, other -> !decisions.isTakenBack(other)).isEmpty()) {
            deliveries.later(delivery).forEach(other -> agenda.touchDelivery(athlete, other));
        }
        sameRecordings(delivery).forEach(other -> agenda.touchDelivery(athlete, other));
    }

    /** The ids of the files that hold one of its recordings, too, where it may be the one of them that shows it as kept. */
    private Stream<String> sameRecordings(Delivery delivery) {
        return delivery.contents().stream()
                .filter(ref -> ref.kind() == FactKind.RECORDING)
                .filter(ref -> deliveries
                        .earlier(delivery, other -> other.contents().contains(ref) && !decisions.isTakenBack(other))
                        .isEmpty())
                .flatMap(ref -> deliveries.holders(delivery.athlete(), ref));
    }

    private void touchHeld(AthleteId athlete, FactRef ref) {
        if (Deliveries.heldAs(ref.kind()) == FactKind.SESSION) {
            copies.place(athlete, ref.factId(), ref.revision()).ifPresent(place -> agenda.touchCopies(athlete, place));
        } else {
            agenda.touchReading(athlete, ref);
        }
    }
}
