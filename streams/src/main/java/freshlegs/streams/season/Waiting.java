package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Whose turn it is to be folded; it decides when, never what. A fact that comes alone is folded at the next turn. While facts
 * keep coming, each fold makes the next one wait twice as long, at most {@value #MOST_PATIENCE} turns (long ways wait
 * {@value #LONG_WAY_PATIENCE} from the start), so that a history that arrives in any order is not folded again and again. A
 * turn without a new fact ends the waiting; where many facts of many athletes come at once, as when all is read again, it takes
 * {@value #LULL} turns without one, since then each athlete's are far between. Whose late facts came while a {@link Backlog} is
 * read waits for its end, at most {@value #FIRST_HOLD} turns and twice as long each time; not who had at most {@value #FEW_LATE} of
 * them since the last fold, such as a file of today amid the histories of others. Kept in memory: after a restart everybody on the
 * agenda is due.
 */
final class Waiting {
    static final int SHORT_WAY_DAYS = 60;

    private static final int LONG_WAY_PATIENCE = 50;
    private static final int MOST_PATIENCE = 400;
    private static final int FORGOTTEN_AFTER = 150;
    private static final int MANY_ARRIVALS = 20;
    private static final int LULL = 25;
    private static final int FIRST_HOLD = 1_500;
    private static final int FEW_LATE = 10;

    private final Map<AthleteId, Wait> waits = new LinkedHashMap<>();
    private int arrivals;
    private int turnsSinceMany = LULL;

    void arrived(AthleteId athlete) {
        Wait wait = waits.computeIfAbsent(athlete, a -> new Wait());
        wait.arriving = true;
        wait.unfolded = true;
        arrivals++;
    }

    void arrivedLate(AthleteId athlete) {
        arrived(athlete);
        waits.computeIfAbsent(athlete, a -> new Wait()).late++;
    }

    void done(AthleteId athlete) {
        Wait wait = waits.get(athlete);
        if (wait != null) {
            wait.unfolded = false;
            wait.late = 0;
        }
    }

    /** How many wait to be folded. */
    int unfolded() {
        int count = 0;
        for (Wait wait : waits.values()) {
            count += wait.unfolded ? 1 : 0;
        }
        return count;
    }

    /** Whether nobody waits, nor will be made to wait for what came before. */
    boolean isEmpty() {
        return waits.isEmpty();
    }

    /** Goes to the end of the line. */
    void again(AthleteId athlete) {
        Wait wait = waits.remove(athlete);
        if (wait != null) {
            waits.put(athlete, wait);
        }
    }

    /** Those whose turn has come, short ways first. */
    List<AthleteId> due(ToIntFunction<AthleteId> way, boolean backlog) {
        turnsSinceMany = arrivals >= MANY_ARRIVALS ? 0 : Math.min(LULL, turnsSinceMany + 1);
        arrivals = 0;
        int lull = turnsSinceMany < LULL ? LULL : 0;
        List<Due> due = new ArrayList<>();
        waits.forEach((athlete, wait) -> {
            if (backlog && wait.late > FEW_LATE) {
                if (wait.isHeldLongEnough()) {
                    due.add(new Due(athlete, true));
                }
                return;
            }
            if (!backlog) {
                wait.letGo();
            }
            boolean isLong = wait.unfolded && way.applyAsInt(athlete) > SHORT_WAY_DAYS;
            if (wait.isOver(isLong, lull)) {
                due.add(new Due(athlete, isLong));
            }
        });
        waits.values().removeIf(wait -> !wait.unfolded && wait.quietTurns > FORGOTTEN_AFTER);
        due.sort(Comparator.comparing(Due::isLong));
        return due.stream().map(Due::athlete).toList();
    }

    /** How long one athlete has waited and how long it may be. */
    private static final class Wait {
        private boolean unfolded;
        private boolean arriving;
        private int quietTurns;
        private int waitedTurns;
        private int patience;
        private int late;
        private int heldTurns;
        private int hold = FIRST_HOLD;

        boolean isHeldLongEnough() {
            if (heldTurns++ < hold) {
                return false;
            }
            hold = Math.min(Integer.MAX_VALUE / 2, 2 * hold);
            heldTurns = 0;
            late = 0;
            return true;
        }

        void letGo() {
            late = 0;
            heldTurns = 0;
            hold = FIRST_HOLD;
        }

        boolean isOver(boolean isLong, int lull) {
            quietTurns = arriving ? 0 : quietTurns + 1;
            arriving = false;
            if (!unfolded) {
                return false;
            }
            boolean isComing = quietTurns <= lull;
            int limit = Math.max(patience, isLong ? LONG_WAY_PATIENCE : 0);
            if (isComing && waitedTurns < limit) {
                waitedTurns++;
                return false;
            }
            if (isComing) {
                patience = Math.min(MOST_PATIENCE, Math.max(1, 2 * limit));
            }
            waitedTurns = 0;
            return true;
        }
    }

    private record Due(AthleteId athlete, boolean isLong) {}
}
