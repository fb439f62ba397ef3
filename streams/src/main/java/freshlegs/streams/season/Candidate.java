package freshlegs.streams.season;

import freshlegs.model.Sport;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.FactRef;
import freshlegs.model.fact.FileId;
import freshlegs.model.fact.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One recording of an activity, as much of it as tells copies of one run apart. Times are whole milliseconds, so that nothing
 * hangs on a rounding.
 */
record Candidate(
        String factId,
        String revision,
        LocalDate localDate,
        long startMillis,
        long elapsedMillis,
        Sport sport,
        Optional<FileId> fileId,
        long rank,
        boolean analysed) {

    /** Copies of one run start at most this far apart. */
    static final long FURTHEST_MILLIS = 24 * 60 * 60 * 1000L;

    private static final long LATEST_SECOND = 253_402_300_799L;
    private static final double LONGEST_SECONDS = 10_000_000;
    private static final int MILLIS = 1000;
    private static final Set<Sport> ON_FOOT = EnumSet.of(Sport.RUNNING, Sport.WALKING, Sport.HIKING);

    static Candidate of(Session session) {
        return new Candidate(
                session.factId(),
                session.revision(),
                session.localDate(),
                millis(session.start()),
                elapsedMillis(session),
                session.sport(),
                session.source().fileId(),
                session.rank(),
                session.problem().isEmpty());
    }

    /**
     * Whether both can be of one run: versions of one file, or similar sports, that share at least half of the shorter one's
     * time. What has the same start and sport by name shares its time anyway.
     */
    boolean isLike(Candidate other) {
        long shared = sharedMillis(other);
        if (shared <= 0) {
            return false;
        }
        boolean half = 2 * shared >= Math.min(elapsedMillis, other.elapsedMillis);
        return factId.equals(other.factId) || (half && (isVersionOf(other) || isSimilar(other, shared)));
    }

    /** Whether a watch gave both the same name; some makes give every file the same, so their time must be shared, too. */
    boolean isVersionOf(Candidate other) {
        return fileId.isPresent() && fileId.equals(other.fileId) && sharedMillis(other) > 0;
    }

    /** Behind this nothing that shares time with it can begin. */
    long reachMillis() {
        return startMillis + Math.min(elapsedMillis, FURTHEST_MILLIS + 1);
    }

    FactRef ref() {
        return new FactRef(FactKind.SESSION, localDate, factId, revision);
    }

    private long sharedMillis(Candidate other) {
        if (Math.abs(startMillis - other.startMillis) > FURTHEST_MILLIS) {
            return 0;
        }
        long end = Math.min(startMillis + elapsedMillis, other.startMillis + other.elapsedMillis);
        return end - Math.max(startMillis, other.startMillis);
    }

    /** A sport without a name can be any, but not a day's tracking with a run in it. */
    private boolean isSimilar(Candidate other, long shared) {
        if (sport == other.sport || (ON_FOOT.contains(sport) && ON_FOOT.contains(other.sport))) {
            return true;
        }
        boolean nameless = sport == Sport.OTHER || other.sport == Sport.OTHER;
        return nameless && 2 * shared >= Math.max(elapsedMillis, other.elapsedMillis);
    }

    private static long millis(Instant start) {
        long second = Math.max(0, Math.min(LATEST_SECOND, start.getEpochSecond()));
        return second * MILLIS + start.getNano() / 1_000_000;
    }

    /** At least a second, whatever the file says. */
    private static long elapsedMillis(Session session) {
        double seconds = Math.max(session.elapsedSeconds(), session.timerSeconds());
        return Math.round(MILLIS * Math.min(LONGEST_SECONDS, seconds >= 1 ? seconds : 1));
    }
}
