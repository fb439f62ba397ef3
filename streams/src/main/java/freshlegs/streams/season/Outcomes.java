package freshlegs.streams.season;

import freshlegs.model.Rounding;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.FactRef;
import freshlegs.model.fact.FileDecision;
import freshlegs.model.fact.FileDecision.Verdict;
import freshlegs.model.fact.Session;
import freshlegs.model.result.FileOutcome;
import freshlegs.model.result.FileOutcome.Copy;
import freshlegs.model.result.FileOutcome.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of a delivered file. It waits until all it held has come in; it is a duplicate only when the same bytes had come
 * before and were not taken back; a session that could not be analysed makes it failed. The answer depends on the set of facts
 * alone and may change with it.
 */
final class Outcomes {
    private final Facts facts;
    private final Deliveries deliveries;
    private final Decisions decisions;
    private final Standings standings;

    Outcomes(Facts facts, Deliveries deliveries, Decisions decisions, Standings standings) {
        this.facts = facts;
        this.deliveries = deliveries;
        this.decisions = decisions;
        this.standings = standings;
    }

    Optional<FileOutcome> of(Delivery delivery, Optional<LocalDate> unfoldable) {
        List<Fact> held = new ArrayList<>();
        for (FactRef ref : delivery.contents()) {
            FactRef heldAs = new FactRef(Deliveries.heldAs(ref.kind()), ref.localDate(), ref.factId(), ref.revision());
            Optional<Fact> fact = facts.get(delivery.athlete(), heldAs);
            if (fact.isEmpty()) {
                return Optional.empty();
            }
            held.add(fact.get());
        }
        return Optional.of(outcome(delivery, held, unfoldable));
    }

    private FileOutcome outcome(Delivery delivery, List<Fact> held, Optional<LocalDate> unfoldable) {
        Optional<FileDecision> decision = decisions.about(delivery);
        Optional<Delivery> first = deliveries.earlier(delivery, other -> !decisions.isTakenBack(other));
        Optional<String> failure = failure(held, unfoldable);
        List<Copy> copies = held.stream()
                .flatMap(fact -> copy(delivery, first, fact).stream())
                .toList();
        Outcome outcome = first.isPresent()
                ? Outcome.DUPLICATE
                : delivery.problem().isPresent()
                        ? Outcome.SET_ASIDE
                        : failure.isPresent() ? Outcome.FAILED : Outcome.IMPORTED;
        Optional<String> said =
                switch (outcome) {
                    case DUPLICATE -> first.map(other -> "the same bytes had come before: " + other.path());
                    case SET_ASIDE -> delivery.problem();
                    case FAILED -> failure;
                    case IMPORTED -> imported(delivery, held, copies, decision);
                };
        return new FileOutcome(
                delivery.athlete(),
                delivery.factId(),
                delivery.path(),
                delivery.sha256(),
                delivery.ingestedAt(),
                outcome,
                joined(Stream.of(takenBack(decision), said)),
                first.map(Delivery::factId),
                delivery.route(),
                delivery.archive(),
                delivery.activities(),
                copies,
                decision.isEmpty() ? List.of() : takenBack(delivery),
                delivery.salvage(),
                delivery.unknownMessages(),
                decision.map(FileDecision::verdict).orElse(Verdict.NONE),
                readings(delivery).toList());
    }

    private List<FactRef> takenBack(Delivery delivery) {
        return readings(delivery)
                .filter(ref -> standings.isTakenBack(delivery.athlete(), ref))
                .toList();
    }

    private static Stream<FactRef> readings(Delivery delivery) {
        return delivery.contents().stream().filter(ref -> Deliveries.heldAs(ref.kind()) != FactKind.SESSION);
    }

    private Optional<Copy> copy(Delivery file, Optional<Delivery> before, Fact fact) {
        if (!(fact instanceof Session session)) {
            return Optional.empty();
        }
        CopyStanding standing = standing(file, before, session);
        return Optional.of(new Copy(
                session.factId(),
                session.revision(),
                standing.group(),
                standing.kept(),
                standing.why(),
                quality(session.heartRate())));
    }

    /** Of several files that hold one recording one that was not taken back shows it as kept, the others only name it. */
    private CopyStanding standing(Delivery file, Optional<Delivery> before, Session session) {
        CopyStanding standing = standings.of(session.athlete(), session.factId(), session.revision());
        if (decisions.isTakenBack(file)) {
            return new CopyStanding(standing.group(), false, Wording.TAKEN_BACK);
        }
        return before.filter(other -> other.contents().stream().anyMatch(ref -> isOf(ref, session)))
                .or(() -> shownBy(session).filter(other -> !other.factId().equals(file.factId())))
                .map(other -> standing.besides(other.path()))
                .orElse(standing);
    }

    private Optional<Delivery> shownBy(Session session) {
        if (deliveries.holders(session.athlete(), session.ref()).count() == 1) {
            return Optional.empty();
        }
        return deliveries.holding(session.athlete(), session.ref()).stream()
                .filter(holder -> !decisions.isTakenBack(holder))
                .min(Deliveries.CONTENT);
    }

    private static boolean isOf(FactRef ref, Session session) {
        return Deliveries.heldAs(ref.kind()) == FactKind.SESSION
                && ref.factId().equals(session.factId())
                && ref.revision().equals(session.revision());
    }

    private static OptionalDouble quality(Session.HeartRate heartRate) {
        return heartRate.meanBpm().isPresent() || heartRate.validShare() > 0
                ? OptionalDouble.of(Rounding.to(2, heartRate.validShare()))
                : OptionalDouble.empty();
    }

    private static Optional<String> failure(List<Fact> held, Optional<LocalDate> unfoldable) {
        return held.stream()
                .filter(Session.class::isInstance)
                .flatMap(fact -> ((Session) fact).problem().stream())
                .findFirst()
                .or(() -> unfoldable
                        .filter(date ->
                                held.stream().anyMatch(fact -> fact.localDate().equals(date)))
                        .map(date -> "the day " + date + " could not be worked out"));
    }

    private static Optional<String> imported(
            Delivery delivery, List<Fact> held, List<Copy> copies, Optional<FileDecision> decision) {
        Optional<String> salvaged = delivery.salvage()
                .map(salvage -> "salvaged: " + salvage.reason() + "; " + salvage.percentRead() + " % was read");
        Optional<String> offClock = held.stream()
                .filter(fact -> !Clocks.canBeRight(fact))
                .map(Fact::localDate)
                .min(LocalDate::compareTo)
                .map(date -> "kept out of trends: dated " + date);
        boolean isTakenBack = takenBack(decision).isPresent();
        return joined(Stream.of(salvaged, offClock, isTakenBack ? Optional.empty() : noneKept(copies)));
    }

    private static Optional<String> noneKept(List<Copy> copies) {
        if (copies.isEmpty() || copies.stream().anyMatch(Copy::kept)) {
            return Optional.empty();
        }
        return Optional.of(
                copies.size() == 1
                        ? copies.get(0).why()
                        : "none of its " + copies.size() + " activities is analysed: other copies of them know more");
    }

    private static Optional<String> takenBack(Optional<FileDecision> decision) {
        return decision.filter(made -> made.verdict() == Verdict.UNDO).map(made -> "taken back on " + made.localDate());
    }

    private static Optional<String> joined(Stream<Optional<String>> sentences) {
        return Optional.of(sentences.flatMap(Optional::stream).collect(Collectors.joining("; ")))
                .filter(text -> !text.isEmpty());
    }
}
