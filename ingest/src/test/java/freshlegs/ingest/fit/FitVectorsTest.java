package freshlegs.ingest.fit;

import static org.assertj.core.api.Assertions.assertThat;

import com.garmin.fit.Factory;
import com.garmin.fit.Field;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.HrvStatusSummaryMesg;
import com.garmin.fit.Mesg;
import com.garmin.fit.MesgNum;
import com.garmin.fit.RecordMesg;
import com.garmin.fit.SessionMesg;
import freshlegs.ingest.decode.Decoded;
import freshlegs.ingest.decode.Origin;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Raw numbers of files and what they mean, by the scales of the FIT profile. */
class FitVectorsTest {
    private static final Origin ORIGIN =
            new Origin(AthleteId.of("ann"), Instant.parse("2026-11-01T00:00:00Z"), instant -> ZoneOffset.UTC);
    private static final long TIME = 1_140_000_000;
    private static final int ACTIVITY = 4;
    private static final int HRV_STATUS = 68;
    private static final int RUNNING = 1;

    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path folder;

    /** workout_rpe 70, altitude 3000 and cadence 88 + 64/128 as an activity's file holds them. */
    @Test
    void vector_41_scales_of_effort_altitude_and_cadence__C() throws IOException {
        Mesg first = record(TIME);
        Mesg second = record(TIME + 1);
        Mesg session = Factory.createMesg(MesgNum.SESSION);
        raw(session, SessionMesg.TimestampFieldNum, TIME + 2);
        raw(session, SessionMesg.StartTimeFieldNum, TIME);
        raw(session, SessionMesg.SportFieldNum, (short) RUNNING);
        raw(session, SessionMesg.WorkoutRpeFieldNum, (short) 70);
        Decoded.Contents contents = decoded(fileId(ACTIVITY), first, second, session);

        Recording recording = contents.recordings().get(0);
        assertThat(recording.summary().workoutRpe()).hasValue(7);
        assertThat(recording.samples().altitudeDecimetres().at(0) / 10.0).isEqualTo(100);
        assertThat(recording.samples().cadenceStepsPerMinute().at(0)).isEqualTo(177);
    }

    /** last_night_average 6400, in ms / 128. */
    @Test
    void vector_41_scale_of_last_nights_hrv__C() throws IOException {
        Mesg status = Factory.createMesg(MesgNum.HRV_STATUS_SUMMARY);
        raw(status, HrvStatusSummaryMesg.TimestampFieldNum, TIME);
        raw(status, HrvStatusSummaryMesg.LastNightAverageFieldNum, 6400);

        assertThat(decoded(fileId(HRV_STATUS), status).readings())
                .singleElement()
                .isInstanceOfSatisfying(Reading.Hrv.class, reading -> assertThat(reading.rmssdMilliseconds())
                        .isEqualTo(50));
    }

    private static Mesg fileId(int type) {
        Mesg mesg = Factory.createMesg(MesgNum.FILE_ID);
        raw(mesg, FileIdMesg.TypeFieldNum, (short) type);
        raw(mesg, FileIdMesg.ManufacturerFieldNum, 1);
        raw(mesg, FileIdMesg.TimeCreatedFieldNum, TIME);
        return mesg;
    }

    private static Mesg record(long time) {
        Mesg mesg = Factory.createMesg(MesgNum.RECORD);
        raw(mesg, RecordMesg.TimestampFieldNum, time);
        raw(mesg, RecordMesg.AltitudeFieldNum, 3000);
        raw(mesg, RecordMesg.CadenceFieldNum, (short) 88);
        raw(mesg, RecordMesg.FractionalCadenceFieldNum, (short) 64);
        return mesg;
    }

    private static void raw(Mesg mesg, int number, Object raw) {
        Field field = Factory.createField(mesg.getNum(), number);
        field.setRawValue(0, raw);
        mesg.setField(field);
    }

    private Decoded.Contents decoded(Mesg... messages) throws IOException {
        Path file = Files.write(folder.resolve("vector.fit"), AFitFile.of(messages));
        return (Decoded.Contents) new FitDecoder().decode(file, ORIGIN);
    }
}
