package freshlegs.app.simulate;

import freshlegs.model.fact.Column;
import freshlegs.model.fact.Samples;
import java.util.Arrays;

/** Samples as they come, second after second. */
final class SampleSheet {
    private static final int COLUMNS = 8;
    private static final int FIRST_SIZE = 4096;

    private int[][] columns = new int[COLUMNS][FIRST_SIZE];
    private int size;

    void add(
            int second,
            int heartRateBpm,
            double metresPerSecond,
            double metres,
            double altitudeMetres,
            int stepsPerMinute,
            int celsius,
            int accuracyMetres) {
        if (size == columns[0].length) {
            columns = Arrays.stream(columns)
                    .map(column -> Arrays.copyOf(column, 2 * size))
                    .toArray(int[][]::new);
        }
        int[] row = {
            second,
            heartRateBpm,
            (int) Math.round(metresPerSecond * 1000),
            (int) Math.round(metres * 100),
            (int) Math.round(altitudeMetres * 10),
            stepsPerMinute,
            celsius,
            accuracyMetres
        };
        for (int c = 0; c < COLUMNS; c++) {
            columns[c][size] = row[c];
        }
        size++;
    }

    Samples toSamples() {
        Column none = Column.missing(size);
        return new Samples(
                column(0), column(1), column(2), column(3), column(4), column(5), none, column(6), column(7), none);
    }

    private Column column(int index) {
        return Column.of(Arrays.copyOf(columns[index], size));
    }
}
