package freshlegs.ingest.fit;

import com.garmin.fit.DateTime;
import com.garmin.fit.Factory;
import com.garmin.fit.Field;
import com.garmin.fit.MesgNum;
import com.garmin.fit.RecordMesg;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The samples as record messages, with the columns that hold anything; a missing value becomes FIT's invalid number. Our whole
 * numbers become FIT's whole numbers directly, which is exact and several times faster than through the SDK's scaled setters.
 */
final class FitEncoderRecords {
    private final RecordMesg mesg = new RecordMesg();
    private final List<Filler> fillers = new ArrayList<>();
    private final Column seconds;
    private final Instant start;

    FitEncoderRecords(Instant start, Samples samples) {
        this.start = start;
        this.seconds = samples.secondsFromStart();
        IntUnaryOperator same = IntUnaryOperator.identity();
        fill(RecordMesg.DistanceFieldNum, samples.distanceCentimetres(), same);
        fill(RecordMesg.EnhancedSpeedFieldNum, samples.speedMillimetresPerSecond(), same);
        fill(
                RecordMesg.EnhancedAltitudeFieldNum,
                samples.altitudeDecimetres(),
                FitEncoderRecords::fifthsAbove500MetresBelowSea);
        fill(RecordMesg.HeartRateFieldNum, samples.heartRateBpm(), same);
        // FIT counts one leg: whole steps and 128ths of one.
        fill(RecordMesg.CadenceFieldNum, samples.cadenceStepsPerMinute(), steps -> steps / 2);
        fill(RecordMesg.FractionalCadenceFieldNum, samples.cadenceStepsPerMinute(), steps -> steps % 2 * 64);
        fill(RecordMesg.PowerFieldNum, samples.powerWatts(), same);
        fill(RecordMesg.TemperatureFieldNum, samples.temperatureCelsius(), same);
        fill(RecordMesg.GpsAccuracyFieldNum, samples.gpsAccuracyMetres(), same);
        fill(RecordMesg.StanceTimeFieldNum, samples.stanceTimeTenthMilliseconds(), same);
    }

    int size() {
        return seconds.size();
    }

    int secondAt(int i) {
        return seconds.at(i);
    }

    /** The same message object each time, for the next sample. */
    RecordMesg at(int i) {
        mesg.setTimestamp(new DateTime(start.plusSeconds(seconds.at(i))));
        fillers.forEach(filler -> filler.fillFrom(i));
        return mesg;
    }

    private void fill(int number, Column column, IntUnaryOperator toFit) {
        if (column.isEmpty()) {
            return;
        }
        Field field = Factory.createField(MesgNum.RECORD, number);
        fillers.add(i -> {
            if (column.has(i)) {
                field.setRawValue(0, (double) toFit.applyAsInt(column.at(i)));
                mesg.setField(field);
            } else {
                mesg.removeField(field);
            }
        });
    }

    private static int fifthsAbove500MetresBelowSea(int altitudeDecimetres) {
        return Math.floorDiv(altitudeDecimetres + 5000, 2);
    }

    /** Sets one field from the i-th sample. */
    private interface Filler {
        void fillFrom(int i);
    }
}
