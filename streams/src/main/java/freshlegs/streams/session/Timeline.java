package freshlegs.streams.session;

import freshlegs.model.fact.Pause;
import java.util.Arrays;
import java.util.List;

/**
 * The recorded seconds while the timer ran, as cells of one second, cut into pieces wherever more than
 * {@value #LONGEST_GAP_SECONDS} s are missing.
 */
final class Timeline {
    static final int LONGEST_GAP_SECONDS = 10;

    /** Beyond four days and a half something is wrong with the clock of the watch. */
    static final int MAX_CELLS = 400_000;

    private final int[] seconds;
    private final int[] pieceFirst;
    private final int[] pieceEnd;

    private Timeline(int[] seconds) {
        this.seconds = seconds;
        this.pieceFirst = new int[seconds.length];
        this.pieceEnd = new int[seconds.length];
        int first = 0;
        for (int cell = 0; cell < seconds.length; cell++) {
            if (cell > 0 && seconds[cell] - seconds[cell - 1] > LONGEST_GAP_SECONDS + 1) {
                Arrays.fill(pieceEnd, first, cell, cell);
                first = cell;
            }
            pieceFirst[cell] = first;
        }
        Arrays.fill(pieceEnd, first, seconds.length, seconds.length);
    }

    static Timeline of(int... seconds) {
        return new Timeline(seconds.clone());
    }

    static Timeline of(Rows rows, List<Pause> pauses) {
        int bridge = rows.bridgeSeconds();
        int[] seconds = new int[cells(rows, bridge)];
        int used = 0;
        for (int row = 0; row < rows.size(); row++) {
            int from = rows.second(row);
            for (int second = from; second < from + cells(rows, row, bridge); second++) {
                seconds[used] = second;
                used += isPaused(second, pauses) ? 0 : 1;
            }
        }
        return new Timeline(Arrays.copyOf(seconds, used));
    }

    private static int cells(Rows rows, int bridge) {
        long cells = 0;
        for (int row = 0; row < rows.size(); row++) {
            cells += cells(rows, row, bridge);
        }
        if (cells > MAX_CELLS) {
            throw new IllegalArgumentException("the samples cover more than " + MAX_CELLS + " seconds");
        }
        return (int) cells;
    }

    private static int cells(Rows rows, int row, int bridge) {
        if (row == rows.size() - 1) {
            return 1;
        }
        int interval = rows.second(row + 1) - rows.second(row);
        return interval <= bridge ? interval : 1;
    }

    private static boolean isPaused(int second, List<Pause> pauses) {
        double middle = second + 0.5;
        for (Pause pause : pauses) {
            double into = middle - pause.startOffsetSeconds();
            if (into >= 0 && into < pause.durationSeconds()) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return seconds.length;
    }

    /** Seconds from the start of the recording to the beginning of the cell. */
    int second(int cell) {
        return seconds[cell];
    }

    /** The first cell of the piece that {@code cell} lies in. */
    int pieceFirst(int cell) {
        return pieceFirst[cell];
    }

    /** The cell after the last one of the piece that {@code cell} lies in. */
    int pieceEnd(int cell) {
        return pieceEnd[cell];
    }

    /** The first cell at or after a time from the start; the number of cells if there is none. */
    int cellAt(double second) {
        int found = Arrays.binarySearch(seconds, (int) Math.ceil(second));
        return found >= 0 ? found : -found - 1;
    }
}
