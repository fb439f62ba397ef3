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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What became of each file of one athlete, from the rules as they are written and over all files at once. */
final class FilesOracle {
    private static final Comparator<Delivery> ARRIVAL =
            Comparator.comparing(Delivery::ingestedAt).thenComparing(Delivery::factId);

    private final FactsAsTold facts;
    private final CopyOracle copies;
    private final List<CopyOracle.Run> runs;
    private final Map<String, Fact> byKey = new HashMap<>();

    FilesOracle(FactsAsTold facts, CopyOracle copies) {
        this.facts = facts;
        facts.facts().forEach(fact -> byKey.put(CopyOracle.key(fact.ref()), fact));
        this.copies = copies;
        this.runs = copies.runs();
    }

    List<FileOutcome> outcomes() {
        return facts.all(Delivery.class).stream()
                .flatMap(file -> outcome(file).stream())
                .toList();
    }

    /** None before all that it held has come. */
    private Optional<FileOutcome> outcome(Delivery file) {
        List<Fact> held = new ArrayList<>();
        for (FactRef ref : file.contents()) {
            Optional<Fact> fact = Optional.ofNullable(byKey.get(CopyOracle.key(ref)));
            if (fact.isEmpty()) {
                return Optional.empty();
            }
            held.add(fact.get());
        }
        return Optional.of(outcome(file, held));
    }

    private FileOutcome outcome(Delivery file, List<Fact> held) {
        Optional<FileDecision> decision = copies.about(file);
        Optional<Delivery> first = sameBytesBefore(file);
        List<Copy> shown = held.stream()
                .filter(Session.class::isInstance)
                .map(fact -> copy(file, first, (Session) fact))
                .toList();
        List<String> reasons = new ArrayList<>();
        boolean undone = decision.filter(made -> made.verdict() == Verdict.UNDO).isPresent();
        if (undone) {
            reasons.add("taken back on " + decision.orElseThrow().localDate());
        }
        Optional<String> broken = held.stream()
                .filter(Session.class::isInstance)
                .flatMap(fact -> ((Session) fact).problem().stream())
                .findFirst();
        Outcome outcome;
        if (first.isPresent()) {
            outcome = Outcome.DUPLICATE;
            reasons.add("the same bytes had come before: " + first.get().path());
        } else if (file.problem().isPresent()) {
            outcome = Outcome.SET_ASIDE;
            reasons.add(file.problem().get());
        } else if (broken.isPresent()) {
            outcome = Outcome.FAILED;
            reasons.add(broken.get());
        } else {
            outcome = Outcome.IMPORTED;
            reasons.addAll(remarks(file, held, shown, undone));
        }
        return new FileOutcome(
                file.athlete(),
                file.factId(),
                file.path(),
                file.sha256(),
                file.ingestedAt(),
                outcome,
                reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons)),
                first.map(Delivery::factId),
                file.route(),
                file.archive(),
                file.activities(),
                shown,
                decision.isEmpty()
                        ? List.of()
                        : file.contents().stream()
                                .filter(ref -> !(byKey.get(CopyOracle.key(ref)) instanceof Session))
                                .filter(copies::isUndone)
                                .toList(),
                file.salvage(),
                file.unknownMessages(),
                decision.map(FileDecision::verdict).orElse(Verdict.NONE),
                file.contents().stream()
                        .filter(ref -> ref.kind() != FactKind.RECORDING)
                        .toList());
    }

    private static List<String> remarks(Delivery file, List<Fact> held, List<Copy> shown, boolean undone) {
        List<String> remarks = new ArrayList<>();
        file.salvage()
                .ifPresent(salvage ->
                        remarks.add("salvaged: " + salvage.reason() + "; " + salvage.percentRead() + " % was read"));
        held.stream()
                .filter(fact -> !FactsAsTold.isFromRightClock(fact))
                .map(Fact::localDate)
                .min(Comparator.<LocalDate>naturalOrder())
                .ifPresent(date -> remarks.add("kept out of trends: dated " + date));
        if (!undone && !shown.isEmpty() && shown.stream().noneMatch(Copy::kept)) {
            remarks.add(
                    shown.size() == 1
                            ? shown.get(0).why()
                            : "none of its " + shown.size()
                                    + " activities is analysed: other copies of them know more");
        }
        return remarks;
    }

    private Optional<Delivery> sameBytesBefore(Delivery file) {
        return facts.all(Delivery.class).stream()
                .filter(other -> other.sha256().equals(file.sha256()))
                .filter(other -> ARRIVAL.compare(other, file) < 0)
                .filter(other -> !copies.isUndone(other))
                .min(ARRIVAL);
    }

    private Copy copy(Delivery file, Optional<Delivery> before, Session session) {
        Optional<CopyOracle.Run> run =
                runs.stream().filter(some -> some.has(session)).findFirst();
        String group = run.map(CopyOracle.Run::leader).orElse(session).factId();
        Optional<Delivery> shownBy = before.filter(other -> holds(other, session))
                .or(() -> copies.counted(session.ref()).stream()
                        .min(Comparator.comparing(Delivery::sha256).thenComparing(ARRIVAL))
                        .filter(other -> !other.factId().equals(file.factId())));
        String why;
        boolean kept = false;
        if (copies.isUndone(file)) {
            why = Wording.TAKEN_BACK;
        } else if (shownBy.isPresent()) {
            why = Wording.SAME + shownBy.get().path();
        } else if (run.isEmpty()) {
            why = Wording.TAKEN_BACK;
        } else {
            kept = run.get().leader().equals(session);
            why = why(run.get(), session);
        }
        return new Copy(session.factId(), session.revision(), group, kept, why, quality(session.heartRate()));
    }

    private static boolean holds(Delivery file, Session session) {
        return file.contents().stream().anyMatch(ref -> CopyOracle.key(ref).equals(CopyOracle.key(session.ref())));
    }

    /** The sentences are shared, what they are about is not. */
    private String why(CopyOracle.Run run, Session session) {
        List<Entrant> others = run.alternatives().stream().map(this::entrant).toList();
        CopyGroup group = new CopyGroup(entrant(run.leader()), others);
        return run.leader().equals(session)
                ? Wording.ofLeader(group)
                : Wording.ofAlternative(group.leader(), entrant(session));
    }

    private Entrant entrant(Session session) {
        return new Entrant(
                Candidate.of(session),
                copies.counted(session.ref()).stream().sorted(ARRIVAL).toList(),
                copies.decision(session));
    }

    private static OptionalDouble quality(Session.HeartRate heartRate) {
        return heartRate.meanBpm().isPresent() || heartRate.validShare() > 0
                ? OptionalDouble.of(Rounding.to(2, heartRate.validShare()))
                : OptionalDouble.empty();
    }
}
