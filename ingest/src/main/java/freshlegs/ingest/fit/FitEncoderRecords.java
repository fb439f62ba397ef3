package freshlegs.ingest.fit;

import com.garmin.fit.DateTime;
import com.garmin.fit.Field;
import com.garmin.fit.RecordMesg;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The samples as record messages, with the columns that hold anything; a missing value becomes FIT's invalid number. */
final class FitEncoderRecords {
    private final RecordMesg mesg = new RecordMesg();
    private final List<Filler> fillers = new ArrayList<>();
    private final Column seconds;
    private final Instant start;

    FitEncoderRecords(Instant start, Samples samples) {
        this.start = start;
        this.seconds = samples.secondsFromStart();
        fill(samples.distanceCentimetres(), RecordMesg.DistanceFieldNum, cm -> mesg.setDistance(cm / 100f));
        fill(
                samples.speedMillimetresPerSecond(),
                RecordMesg.EnhancedSpeedFieldNum,
                mm -> mesg.setEnhancedSpeed(mm / 1000f));
        fill(
                samples.altitudeDecimetres(),
                RecordMesg.EnhancedAltitudeFieldNum,
                dm -> mesg.setEnhancedAltitude(dm / 10f));
        fill(samples.heartRateBpm(), RecordMesg.HeartRateFieldNum, bpm -> mesg.setHeartRate((short) bpm));
        fill(samples.cadenceStepsPerMinute(), RecordMesg.CadenceFieldNum, this::setCadence);
        fill(samples.powerWatts(), RecordMesg.PowerFieldNum, mesg::setPower);
        fill(samples.temperatureCelsius(), RecordMesg.TemperatureFieldNum, c -> mesg.setTemperature((byte) c));
        fill(samples.gpsAccuracyMetres(), RecordMesg.GpsAccuracyFieldNum, m -> mesg.setGpsAccuracy((short) m));
        fill(
                samples.stanceTimeTenthMilliseconds(),
                RecordMesg.StanceTimeFieldNum,
                tenth -> mesg.setStanceTime(tenth / 10f));
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

    /** FIT counts one leg, in whole and half steps. */
    private void setCadence(int stepsPerMinute) {
        mesg.setCadence((short) (stepsPerMinute / 2));
        mesg.setFractionalCadence(stepsPerMinute % 2 / 2f);
    }

    private void fill(Column column, int field, Setter setter) {
        if (!column.isEmpty()) {
            fillers.add(i -> {
                if (column.has(i)) {
                    setter.set(column.at(i));
                } else {
                    remove(field);
                }
            });
        }
    }

    private void remove(int number) {
        Field field = mesg.getField(number);
        if (field != null) {
            mesg.removeField(field);
        }
    }

    /** Sets one field from the i-th sample. */
    private interface Filler {
        void fillFrom(int i);
    }

    /** Takes a value that is there. */
    private interface Setter {
        void set(int amount);
    }
}
