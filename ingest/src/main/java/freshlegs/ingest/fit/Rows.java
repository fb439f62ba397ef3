package freshlegs.ingest.fit;

import freshlegs.model.fact.Column;
import java.util.Arrays;

/**
 * Rows of integers as growing columns, {@code limit} at most. When they are full every second row goes and from then on only
 * every second one is taken, and so on, so that memory stays bounded whatever a file holds.
 */
final class Rows {
    private final int limit;
    private final int[][] columns;
    private int size;
    private int stride = 1;
    private int untilNext;

    Rows(int width, int limit) {
        this.limit = limit;
        this.columns = new int[width][Math.min(1024, limit)];
    }

    void add(int... row) {
        if (untilNext > 0) {
            untilNext--;
            return;
        }
        if (size == limit) {
            thin();
        }
        if (size == columns[0].length) {
            int capacity = Math.min(limit, 2 * size);
            Arrays.setAll(columns, c -> Arrays.copyOf(columns[c], capacity));
        }
        for (int c = 0; c < columns.length; c++) {
            columns[c][size] = row[c];
        }
        size++;
        untilNext = stride - 1;
    }

    int size() {
        return size;
    }

    int at(int column, int row) {
        return columns[column][row];
    }

    boolean isThinned() {
        return stride > 1;
    }

    Column column(int column, int[] rows) {
        return Column.of(Arrays.stream(rows).map(row -> columns[column][row]).toArray());
    }

    private void thin() {
        for (int[] column : columns) {
            for (int kept = 0; 2 * kept < size; kept++) {
                column[kept] = column[2 * kept];
            }
        }
        size = (size + 1) / 2;
        stride *= 2;
    }
}
