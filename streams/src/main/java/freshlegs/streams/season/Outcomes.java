package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.FactRef;
import freshlegs.model.fact.FileDecision.Verdict;
import freshlegs.model.fact.Session;
import freshlegs.model.result.FileOutcome;
import freshlegs.model.result.FileOutcome.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of a delivered file. It waits until all it held has come in; it is a duplicate when an earlier delivery held the
 * same, or when a richer copy of its runs is known; a session that could not be analysed makes it failed. The answer depends on
 * the set of facts alone and may change with it.
 */
final class Outcomes {
    private final Facts facts;
    private final Deliveries deliveries;

    Outcomes(Facts facts, Deliveries deliveries) {
        this.facts = facts;
        this.deliveries = deliveries;
    }

    Optional<FileOutcome> of(Delivery delivery, Optional<LocalDate> unfoldable) {
        if (delivery.problem().isPresent()) {
            return Optional.of(outcome(delivery, Outcome.SET_ASIDE, delivery.problem()));
        }
        List<Fact> held = new ArrayList<>();
        for (FactRef ref : delivery.contents()) {
            Optional<Fact> fact = held(delivery.athlete(), ref);
            if (fact.isEmpty()) {
                return Optional.empty();
            }
            held.add(fact.get());
        }
        return Optional.of(duplicate(delivery).orElseGet(() -> imported(delivery, held, unfoldable)));
    }

    private Optional<Fact> held(AthleteId athlete, FactRef ref) {
        return facts.get(athlete, Deliveries.heldAs(ref.kind()), ref.localDate(), ref.factId(), ref.revision());
    }

    private Optional<FileOutcome> duplicate(Delivery delivery) {
        Optional<Rival> first = Optional.empty();
        for (FactRef ref : delivery.contents()) {
            Optional<Rival> rival = earlier(delivery, ref).or(() -> richer(delivery, ref));
            if (rival.isEmpty()) {
                return Optional.empty();
            }
            first = first.or(() -> rival);
        }
        return first.map(rival -> new FileOutcome(
                delivery.athlete(),
                delivery.factId(),
                delivery.path(),
                delivery.sha256(),
                delivery.ingestedAt(),
                Outcome.DUPLICATE,
                Optional.of(rival.reason()),
                Optional.of(rival.delivery().factId()),
                delivery.route(),
                delivery.archive(),
                delivery.activities(),
                List.of(),
                delivery.salvage(),
                delivery.unknownMessages(),
                Verdict.NONE));
    }

    private Optional<Rival> earlier(Delivery delivery, FactRef ref) {
        return deliveries.holding(delivery.athlete(), ref).stream()
                .filter(other -> Deliveries.ARRIVAL.compare(other, delivery) < 0)
                .findFirst()
                .map(other -> new Rival(other, "the same had come before: " + other.path()));
    }

    /** Only runs lose to a better copy: a reading that a later one replaced was new when it came. */
    private Optional<Rival> richer(Delivery delivery, FactRef ref) {
        if (Deliveries.heldAs(ref.kind()) != FactKind.SESSION) {
            return Optional.empty();
        }
        return facts.believed(delivery.athlete(), FactKind.SESSION, ref.localDate(), ref.factId())
                .filter(best -> !best.revision().equals(ref.revision()))
                .flatMap(best -> deliveries.holding(delivery.athlete(), best.ref()).stream()
                        .filter(other -> !other.factId().equals(delivery.factId()))
                        .findFirst())
                .map(other -> new Rival(other, "another copy of the same run is richer: " + other.path()));
    }

    private static FileOutcome imported(Delivery delivery, List<Fact> held, Optional<LocalDate> unfoldable) {
        Optional<String> problem = held.stream()
                .filter(Session.class::isInstance)
                .flatMap(fact -> ((Session) fact).problem().stream())
                .findFirst()
                .or(() -> unfoldable
                        .filter(date ->
                                held.stream().anyMatch(fact -> fact.localDate().equals(date)))
                        .map(date -> "the day " + date + " could not be worked out"));
        if (problem.isPresent()) {
            return outcome(delivery, Outcome.FAILED, problem);
        }
        Optional<String> offClock = held.stream()
                .filter(fact -> !Clocks.canBeRight(fact))
                .map(Fact::localDate)
                .min(LocalDate::compareTo)
                .map(date -> "kept out of trends: dated " + date);
        return outcome(delivery, Outcome.IMPORTED, offClock);
    }

    private static FileOutcome outcome(Delivery delivery, Outcome outcome, Optional<String> reason) {
        return new FileOutcome(
                delivery.athlete(),
                delivery.factId(),
                delivery.path(),
                delivery.sha256(),
                delivery.ingestedAt(),
                outcome,
                reason,
                Optional.empty(),
                delivery.route(),
                delivery.archive(),
                delivery.activities(),
                List.of(),
                delivery.salvage(),
                delivery.unknownMessages(),
                Verdict.NONE);
    }

    /** The delivery that makes another one a duplicate, and why. */
    private record Rival(Delivery delivery, String reason) {}
}
