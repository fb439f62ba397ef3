package freshlegs.ingest.fit;

import com.garmin.fit.RecordMesg;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.Samples;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A part's per-second rows in the units of {@link Samples}; cadence is kept for both feet, positions are not kept. A heart
 * rate of zero is a sensor without contact and counts as missing.
 */
final class SampleTrack {
    private static final int TIME = 0;
    private static final int HEART_RATE = 1;
    private static final int SPEED = 2;
    private static final int DISTANCE = 3;
    private static final int ALTITUDE = 4;
    private static final int CADENCE = 5;
    private static final int POWER = 6;
    private static final int TEMPERATURE = 7;
    private static final int GPS_ACCURACY = 8;
    private static final int STANCE_TIME = 9;
    private static final int WIDTH = 10;

    private final Rows rows = new Rows(WIDTH, Samples.MAX_SIZE);

    void take(Numbers row) {
        var time = row.timestamp();
        if (time.isEmpty()) {
            return;
        }
        rows.add(
                (int) time.getAsLong(),
                zeroIsMissing(scaled(row.of(RecordMesg.HeartRateFieldNum), 1)),
                scaled(either(row, RecordMesg.EnhancedSpeedFieldNum, RecordMesg.SpeedFieldNum), 1000),
                scaled(row.of(RecordMesg.DistanceFieldNum), 100),
                scaled(either(row, RecordMesg.EnhancedAltitudeFieldNum, RecordMesg.AltitudeFieldNum), 10),
                scaled(cadence(row), 2),
                scaled(row.of(RecordMesg.PowerFieldNum), 1),
                scaled(row.of(RecordMesg.TemperatureFieldNum), 1),
                scaled(row.of(RecordMesg.GpsAccuracyFieldNum), 1),
                scaled(row.of(RecordMesg.StanceTimeFieldNum), 10));
    }

    int size() {
        return rows.size();
    }

    boolean isThinned() {
        return rows.isThinned();
    }

    long timeAt(int row) {
        return Integer.toUnsignedLong(rows.at(TIME, row));
    }

    /** All rows in the order of their times; rows of one time stay in the file's order. */
    int[] byTime() {
        IntStream all = IntStream.range(0, rows.size());
        boolean sorted = IntStream.range(1, rows.size()).allMatch(row -> timeAt(row - 1) <= timeAt(row));
        return sorted
                ? all.toArray()
                : all.boxed()
                        .sorted(Comparator.comparingLong(this::timeAt))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    /** The chosen rows, in that order, counted from {@code start}; what lies before it moves onto it. */
    Samples samples(int[] chosen, long start, boolean onFoot, Beats strap, Beats intervals) {
        int[] seconds = Arrays.stream(chosen)
                .map(row -> (int) Math.max(0, timeAt(row) - start))
                .toArray();
        return new Samples(
                Column.of(seconds),
                heartRate(chosen, strap, intervals),
                rows.column(SPEED, chosen),
                rows.column(DISTANCE, chosen),
                rows.column(ALTITUDE, chosen),
                onFoot ? rows.column(CADENCE, chosen) : halved(rows.column(CADENCE, chosen)),
                rows.column(POWER, chosen),
                rows.column(TEMPERATURE, chosen),
                rows.column(GPS_ACCURACY, chosen),
                rows.column(STANCE_TIME, chosen));
    }

    /** What a strap stored fills gaps; intervals between beats serve where there is no heart rate at all. */
    private Column heartRate(int[] chosen, Beats strap, Beats intervals) {
        int[] bpm = filled(chosen, rows.column(HEART_RATE, chosen), strap);
        boolean none = Arrays.stream(bpm).allMatch(b -> b == Column.MISSING);
        return Column.of(none ? filled(chosen, Column.of(bpm), intervals) : bpm);
    }

    private int[] filled(int[] chosen, Column told, Beats beats) {
        int[] bpm = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            bpm[i] = told.at(i);
            if (bpm[i] == Column.MISSING && !beats.isEmpty()) {
                long time = timeAt(chosen[i]);
                bpm[i] = beats.meanBpm(i == 0 ? time : timeAt(chosen[i - 1]), time);
            }
        }
        return bpm;
    }

    private static Column halved(Column column) {
        return Column.of(IntStream.range(0, column.size())
                .map(i -> column.has(i) ? column.at(i) / 2 : Column.MISSING)
                .toArray());
    }

    private static double cadence(Numbers row) {
        double fraction = row.of(RecordMesg.FractionalCadenceFieldNum);
        return row.of(RecordMesg.CadenceFieldNum) + (Double.isNaN(fraction) ? 0 : fraction);
    }

    private static double either(Numbers row, int better, int plain) {
        double number = row.of(better);
        return Double.isNaN(number) ? row.of(plain) : number;
    }

    private static int scaled(double number, int scale) {
        double scaled = number * scale;
        return Math.abs(scaled) < Integer.MAX_VALUE ? (int) Math.round(scaled) : Column.MISSING;
    }

    private static int zeroIsMissing(int number) {
        return number == 0 ? Column.MISSING : number;
    }
}
