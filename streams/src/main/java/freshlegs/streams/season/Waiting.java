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
 * turn without a new fact ends the waiting. Kept in memory: after a restart everybody on the agenda is due.
 */
final class Waiting {
    static final int SHORT_WAY_DAYS = 60;

    private static final int LONG_WAY_PATIENCE = 10;
    private static final int MOST_PATIENCE = 80;
    private static final int FORGOTTEN_AFTER = 30;

    private final Map<AthleteId, Wait> waits = new LinkedHashMap<>();

    void arrived(AthleteId athlete) {
        Wait wait = waits.computeIfAbsent(athlete, a -> new Wait());
        wait.arriving = true;
        wait.unfolded = true;
    }

    void done(AthleteId athlete) {
        Wait wait = waits.get(athlete);
        if (wait != null) {
            wait.unfolded = false;
        }
    }

    /** Goes to the end of the line. */
    void again(AthleteId athlete) {
        Wait wait = waits.remove(athlete);
        if (wait != null) {
            waits.put(athlete, wait);
        }
    }

    /** Those whose turn has come, short ways first. */
    List<AthleteId> due(ToIntFunction<AthleteId> way) {
        List<Due> due = new ArrayList<>();
        waits.forEach((athlete, wait) -> {
            boolean isLong = wait.unfolded && way.applyAsInt(athlete) > SHORT_WAY_DAYS;
            if (wait.isOver(isLong)) {
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

        boolean isOver(boolean isLong) {
            boolean came = arriving;
            arriving = false;
            quietTurns = came ? 0 : quietTurns + 1;
            if (!unfolded) {
                return false;
            }
            int limit = Math.max(patience, isLong ? LONG_WAY_PATIENCE : 0);
            if (came && waitedTurns < limit) {
                waitedTurns++;
                return false;
            }
            if (came) {
                patience = Math.min(MOST_PATIENCE, Math.max(1, 2 * limit));
            }
            waitedTurns = 0;
            return true;
        }
    }

    private record Due(AthleteId athlete, boolean isLong) {}
}
