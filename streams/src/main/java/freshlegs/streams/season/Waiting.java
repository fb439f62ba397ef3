package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Whose turn it is to be folded; it decides when, never what. Short ways are folded at the next turn. A long way waits while
 * facts keep coming, at most {@value #PATIENCE} turns at first and twice as long each time, so that a history that arrives in
 * any order is not folded again and again. Kept in memory: after a restart everybody on the agenda is due.
 */
final class Waiting {
    static final int SHORT_WAY_DAYS = 60;

    private static final int PATIENCE = 10;
    private static final int MOST_PATIENCE = 80;

    /** How long one athlete has waited and how long it may be. */
    private static final class Wait {
        private boolean arriving;
        private int turns;
        private int patience = PATIENCE;
    }

    private final Map<AthleteId, Wait> waits = new LinkedHashMap<>();

    void arrived(AthleteId athlete) {
        waits.computeIfAbsent(athlete, a -> new Wait()).arriving = true;
    }

    void done(AthleteId athlete) {
        waits.remove(athlete);
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
            int days = way.applyAsInt(athlete);
            if (days <= SHORT_WAY_DAYS || isOver(wait)) {
                due.add(new Due(athlete, days > SHORT_WAY_DAYS));
            }
        });
        due.sort(Comparator.comparing(Due::isLong));
        return due.stream().map(Due::athlete).toList();
    }

    private static boolean isOver(Wait wait) {
        if (wait.arriving && wait.turns < wait.patience) {
            wait.arriving = false;
            wait.turns++;
            return false;
        }
        if (wait.turns >= wait.patience) {
            wait.patience = Math.min(2 * wait.patience, MOST_PATIENCE);
        }
        wait.turns = 0;
        return true;
    }

    private record Due(AthleteId athlete, boolean isLong) {}
}
