package freshlegs.streams.season;

import freshlegs.model.Sport;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.FactRef;
import freshlegs.model.fact.FileDecision;
import freshlegs.model.fact.FileDecision.Verdict;
import freshlegs.model.fact.Retraction;
import freshlegs.model.fact.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which recordings are copies of one run, by brute force over all that came of one athlete, from the rules as they are written. */
final class CopyOracle {
    private final List<Session> sessions;
    private final List<FileDecision> decisions;
    private final List<Retraction> retractions;
    private final List<Run> runs = new ArrayList<>();
    private final Map<String, Set<Delivery>> files = new HashMap<>();

    CopyOracle(
            Collection<Session> sessions,
            Collection<Delivery> deliveries,
            Collection<FileDecision> decisions,
            Collection<Retraction> retractions) {
        this.retractions = List.copyOf(retractions);
        this.sessions = List.copyOf(sessions);
        this.decisions = List.copyOf(decisions);
        for (Delivery file : deliveries) {
            for (FactRef ref : file.contents()) {
                files.computeIfAbsent(key(ref), held -> new LinkedHashSet<>()).add(file);
            }
        }
    }

    /** All recordings of one run, the one that is analysed first. */
    record Run(Session leader, List<Session> alternatives) {
        boolean has(Session session) {
            return leader.equals(session) || alternatives.contains(session);
        }
    }

    /** What counts for a file: its own decision, else that its archive was undone. */
    Optional<FileDecision> about(Delivery file) {
        if (decisions.isEmpty()) {
            return Optional.empty();
        }
        Optional<FileDecision> own = last(file.factId());
        return own.isPresent()
                ? own
                : file.archive().flatMap(this::last).filter(made -> made.verdict() == Verdict.UNDO);
    }

    boolean isUndone(Delivery file) {
        return about(file).map(made -> made.verdict() == Verdict.UNDO).orElse(false);
    }

    /** Whether there were files with it and all of them were undone. */
    boolean isUndone(FactRef ref) {
        Set<Delivery> all = files.getOrDefault(key(ref), Set.of());
        return !all.isEmpty() && all.stream().allMatch(this::isUndone);
    }

    /** Whether it is taken back: with its files, by its name, or by its name and revision. */
    boolean isTakenBack(FactRef ref) {
        FactKind kind = ref.kind() == FactKind.SESSION ? FactKind.RECORDING : ref.kind();
        String name = kind.key() + "." + ref.factId();
        return isUndone(ref) || isRetracted(name) || isRetracted(name + "@" + ref.revision());
    }

    private boolean isRetracted(String name) {
        return retractions.stream()
                .filter(retraction -> retraction.factId().equals(name))
                .max(Comparator.comparing(Retraction::rank).thenComparing(Retraction::revision))
                .filter(last -> !last.lifted())
                .isPresent();
    }

    /** The files with exactly this that were not undone. */
    List<Delivery> counted(FactRef ref) {
        return files.getOrDefault(key(ref), Set.of()).stream()
                .filter(file -> !isUndone(file))
                .toList();
    }

    /** All runs of which something counts. */
    List<Run> runs() {
        if (runs.isEmpty()) {
            group();
        }
        return runs;
    }

    private void group() {
        List<Session> order = sessions.stream()
                .filter(session -> !isTakenBack(session.ref()))
                .sorted(Comparator.comparing(this::keptAt)
                        .thenComparing(this::keptRevision)
                        .thenComparing(session -> session.problem().isEmpty())
                        .thenComparing(Session::recordingRank)
                        .thenComparing(Session::revision)
                        .thenComparing(Session::factId)
                        .reversed())
                .toList();
        for (Session session : order) {
            Optional<Run> run = isSplit(session)
                    ? Optional.empty()
                    : runs.stream()
                            .filter(other -> !isSplit(other.leader()) && match(session, other.leader()))
                            .findFirst();
            run.ifPresentOrElse(
                    found -> found.alternatives().add(session), () -> runs.add(new Run(session, new ArrayList<>())));
        }
    }

    Optional<FileDecision> decision(Session session) {
        return counted(session.ref()).stream()
                .flatMap(file -> about(file).stream())
                .max(Comparator.comparing(FileDecision::recordedAt).thenComparing(FileDecision::revision));
    }

    private Optional<FileDecision> last(String target) {
        return decisions.stream()
                .filter(made -> made.factId().equals(target))
                .max(Comparator.comparing(FileDecision::recordedAt).thenComparing(FileDecision::revision))
                .filter(made -> made.verdict() != Verdict.NONE);
    }

    /** A file names the recordings of which the sessions are made. */
    static String key(FactRef ref) {
        FactKind kind = ref.kind() == FactKind.RECORDING ? FactKind.SESSION : ref.kind();
        return String.join("/", kind.key(), ref.factId(), ref.revision());
    }

    private Instant keptAt(Session session) {
        return decision(session)
                .filter(made -> made.verdict() == Verdict.KEEP)
                .map(FileDecision::recordedAt)
                .orElse(Instant.MIN);
    }

    private String keptRevision(Session session) {
        return decision(session)
                .filter(made -> made.verdict() == Verdict.KEEP)
                .map(FileDecision::revision)
                .orElse("");
    }

    private boolean isSplit(Session session) {
        return decision(session).map(made -> made.verdict() == Verdict.SPLIT).orElse(false);
    }

    private static double seconds(Session session) {
        return Math.max(1, session.elapsedSeconds());
    }

    private static boolean onFoot(Session session) {
        return Set.of(Sport.RUNNING, Sport.WALKING, Sport.HIKING).contains(session.sport());
    }

    /** A wrong clock says nothing of when it was: there only the name tells. */
    private boolean match(Session a, Session b) {
        if (a.factId().equals(b.factId())) {
            return Clocks.canBeRight(a) == Clocks.canBeRight(b);
        }
        if (!Clocks.canBeRight(a) || !Clocks.canBeRight(b)) {
            return false;
        }
        double from = Math.max(a.start().getEpochSecond(), b.start().getEpochSecond());
        double to = Math.min(a.start().getEpochSecond() + seconds(a), b.start().getEpochSecond() + seconds(b));
        double shared = to - from;
        if (shared <= 0 || Duration.between(a.start(), b.start()).abs().compareTo(Duration.ofDays(1)) > 0) {
            return false;
        }
        List<Delivery> theirs = counted(b.ref());
        if (counted(a.ref()).stream().anyMatch(theirs::contains)) {
            return false;
        }
        boolean half = shared / Math.min(seconds(a), seconds(b)) >= 0.5;
        boolean sameFile = a.source().fileId().isPresent()
                && a.source().fileId().equals(b.source().fileId());
        boolean similar = a.sport() == b.sport()
                || (onFoot(a) && onFoot(b))
                || ((a.sport() == Sport.OTHER || b.sport() == Sport.OTHER)
                        && shared / Math.max(seconds(a), seconds(b)) >= 0.5);
        return half && (sameFile || similar);
    }
}
