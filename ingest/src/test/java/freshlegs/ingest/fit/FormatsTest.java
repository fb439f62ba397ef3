package freshlegs.ingest.fit;

import static org.assertj.core.api.Assertions.assertThat;

import com.garmin.fit.ActivityMesg;
import com.garmin.fit.BeatIntervalsMesg;
import com.garmin.fit.DateTime;
import com.garmin.fit.DeviceInfoMesg;
import com.garmin.fit.File;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.HrvMesg;
import com.garmin.fit.Intensity;
import com.garmin.fit.LapMesg;
import com.garmin.fit.LapTrigger;
import com.garmin.fit.LocalDeviceType;
import com.garmin.fit.Manufacturer;
import com.garmin.fit.Mesg;
import com.garmin.fit.RecordMesg;
import com.garmin.fit.SessionMesg;
import com.garmin.fit.SourceType;
import com.garmin.fit.SplitMesg;
import com.garmin.fit.SplitType;
import com.garmin.fit.Sport;
import com.garmin.fit.SubSport;
import com.garmin.fit.TimeInZoneMesg;
import com.garmin.fit.UserProfileMesg;
import com.garmin.fit.WorkoutStepMesg;
import com.garmin.fit.ZonesTargetMesg;
import freshlegs.ingest.decode.Decoded;
import freshlegs.ingest.decode.Origin;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.FileId;
import freshlegs.model.fact.Format;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Lap;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Source;
import freshlegs.model.fact.WatchProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    private static final Instant START = Instant.parse("2026-05-04T05:30:00Z");
    private static final Origin ORIGIN =
            new Origin(AthleteId.of("anna"), Instant.parse("2026-05-05T08:00:00Z"), instant -> ZoneOffset.UTC);

    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path folder;

    @Test
    void a_recording_names_the_file_it_was_read_from() throws IOException {
        assertThat(recording(fileId(), record(0, 120), record(1, 121)).source())
                .isEqualTo(new Source(
                        Format.FIT,
                        Optional.of(new FileId("garmin", Optional.of("fenix7"), Optional.of("4711"), START)),
                        Optional.empty()));
    }

    @Test
    void a_file_that_does_not_say_when_it_was_created_has_no_name() throws IOException {
        FileIdMesg id = fileId();
        id.removeField(id.getField(FileIdMesg.TimeCreatedFieldNum));

        assertThat(recording(id, record(0, 120), record(1, 121)).source()).isEqualTo(Source.NAMELESS_FIT);
    }

    @Test
    void what_the_watch_believes_comes_from_the_profile_before_the_zones() throws IOException {
        UserProfileMesg user = new UserProfileMesg();
        user.setRestingHeartRate((short) 0);
        user.setDefaultMaxRunningHeartRate((short) 191);
        ZonesTargetMesg target = new ZonesTargetMesg();
        target.setMaxHeartRate((short) 188);
        target.setThresholdHeartRate((short) 171);
        TimeInZoneMesg zones = new TimeInZoneMesg();
        zones.setRestingHeartRate((short) 47);
        zones.setMaxHeartRate((short) 187);
        zones.setThresholdHeartRate((short) 12);

        assertThat(recording(fileId(), user, target, zones, record(0, 120), record(1, 121))
                        .watchProfile())
                .isEqualTo(new WatchProfile(OptionalInt.of(47), OptionalInt.of(191), OptionalInt.of(171)));
    }

    @Test
    void messages_of_unknown_kinds_are_counted_and_disturb_nobody() throws IOException {
        Mesg unknown = new StrangeMesg(0xFF42);
        Mesg alsoUnknown = new StrangeMesg(999);

        Decoded.Contents contents = contents(fileId(), unknown, record(0, 120), alsoUnknown, record(1, 121), unknown);

        assertThat(contents.unknownMessages()).isEqualTo(3);
        assertThat(contents.recordings().get(0).samples().size()).isEqualTo(2);
    }

    @Test
    void splits_stand_for_one_long_lap() throws IOException {
        Recording recording = recording(
                fileId(),
                record(0, 120),
                record(900, 150),
                split(0, 300, SplitType.INTERVAL_WARMUP),
                split(0, 900, SplitType.RWD_RUN),
                split(300, 200, SplitType.INTERVAL_ACTIVE),
                split(500, 100, SplitType.INTERVAL_REST),
                split(600, 200, SplitType.INTERVAL_ACTIVE),
                split(800, 50, SplitType.INTERVAL_RECOVERY),
                split(850, 50, SplitType.INTERVAL_COOLDOWN),
                lap(0, 900, null, null),
                session(900));

        assertThat(recording.laps())
                .extracting(Lap::intensity)
                .containsExactly(
                        Lap.Intensity.WARMUP,
                        Lap.Intensity.INTERVAL,
                        Lap.Intensity.REST,
                        Lap.Intensity.INTERVAL,
                        Lap.Intensity.RECOVERY,
                        Lap.Intensity.COOLDOWN);
        assertThat(recording.laps()).noneMatch(Lap::autoLap);
        assertThat(recording.laps().get(2).startOffsetSeconds()).isEqualTo(500);
        assertThat(recording.laps().get(2).timerSeconds()).isEqualTo(100);
    }

    @Test
    void structured_laps_are_preferred_to_splits_and_a_mere_run_keeps_its_laps() throws IOException {
        assertThat(recording(
                                fileId(),
                                record(0, 120),
                                record(900, 150),
                                split(0, 700, SplitType.INTERVAL_ACTIVE),
                                split(700, 200, SplitType.INTERVAL_REST),
                                lap(0, 400, Intensity.INTERVAL, null),
                                lap(400, 500, Intensity.REST, null),
                                session(900))
                        .laps())
                .extracting(Lap::timerSeconds)
                .containsExactly(400.0, 500.0);
        assertThat(recording(
                                fileId(),
                                record(0, 120),
                                record(900, 150),
                                split(0, 700, SplitType.INTERVAL_ACTIVE),
                                split(700, 200, SplitType.RWD_WALK),
                                lap(0, 900, null, null),
                                session(900))
                        .laps())
                .hasSize(1);
    }

    @Test
    void a_lap_that_does_not_say_what_it_was_for_asks_its_workout_step() throws IOException {
        assertThat(recording(
                                fileId(),
                                step(0, Intensity.WARMUP),
                                step(1, Intensity.INTERVAL),
                                record(0, 120),
                                record(900, 150),
                                lap(0, 300, null, 0),
                                lap(300, 300, null, 1),
                                lap(600, 200, Intensity.REST, 1),
                                lap(800, 100, null, 7),
                                session(900))
                        .laps())
                .extracting(Lap::intensity)
                .containsExactly(
                        Lap.Intensity.WARMUP, Lap.Intensity.INTERVAL, Lap.Intensity.REST, Lap.Intensity.UNKNOWN);
    }

    @Test
    void times_between_beats_give_a_heart_rate_where_there_is_none() throws IOException {
        List<Mesg> messages = new ArrayList<>(List.of(fileId()));
        for (int second = 0; second < 60; second++) {
            messages.add(record(second, null));
            HrvMesg beats = new HrvMesg();
            beats.setTime(0, 0.5f);
            beats.setTime(1, 0.5f);
            beats.setTime(2, 65.535f);
            messages.add(beats);
        }

        Recording recording = recording(messages.toArray(Mesg[]::new));

        assertThat(recording.samples().heartRateBpm().at(0)).isEqualTo(120);
        assertThat(recording.samples().heartRateBpm().at(30)).isEqualTo(120);
        assertThat(recording.samples().heartRateBpm().at(59)).isEqualTo(120);
    }

    @Test
    void beat_intervals_do_too_and_a_measured_heart_rate_is_left_alone() throws IOException {
        BeatIntervalsMesg beats = new BeatIntervalsMesg();
        beats.setTimestamp(new DateTime(START));
        beats.setTimestampMs(0);
        for (int i = 0; i < 4; i++) {
            beats.setTime(i, 1000);
        }

        assertThat(recording(fileId(), record(0, null), record(1, null), record(2, null), beats)
                        .samples()
                        .heartRateBpm()
                        .at(2))
                .isEqualTo(60);
        assertThat(recording(fileId(), record(0, 150), record(1, null), record(2, null), beats)
                        .samples()
                        .heartRateBpm()
                        .has(2))
                .isFalse();
    }

    @Test
    void a_garmin_watch_that_lists_its_sensors_and_no_strap_measured_at_the_wrist() throws IOException {
        DeviceInfoMesg gps = new DeviceInfoMesg();
        gps.setSourceType(SourceType.LOCAL);
        gps.setDeviceType(LocalDeviceType.BAROMETER);

        assertThat(recording(fileId(), gps, record(0, 120), record(1, 121)).heartRateSource())
                .isEqualTo(HeartRateSource.WRIST);
        assertThat(recording(fileId(), gps, record(0, null), record(1, null)).heartRateSource())
                .isEqualTo(HeartRateSource.UNKNOWN);
        assertThat(recording(fileId(), record(0, 120), record(1, 121)).heartRateSource())
                .isEqualTo(HeartRateSource.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING,TRAIL,RUNNING",
        "RUNNING,TRACK,RUNNING",
        "RUNNING,VIRTUAL_ACTIVITY,RUNNING",
        "RUNNING,TREADMILL,RUNNING",
        "FITNESS_EQUIPMENT,TREADMILL,RUNNING",
        "GENERIC,TREADMILL,RUNNING",
        "GENERIC,GENERIC,OTHER",
        "WALKING,GENERIC,WALKING",
        "HIKING,GENERIC,HIKING",
        "CYCLING,INDOOR_CYCLING,CYCLING",
        "SWIMMING,LAP_SWIMMING,SWIMMING",
        "CROSS_COUNTRY_SKIING,SKATE_SKIING,SKIING",
        "ALPINE_SKIING,BACKCOUNTRY,SKIING",
        "ROWING,INDOOR_ROWING,ROWING",
        "TRAINING,STRENGTH_TRAINING,STRENGTH",
        "TRAINING,YOGA,OTHER",
        "TRAINING,CARDIO_TRAINING,OTHER",
        "HIIT,HIIT,OTHER",
        "TENNIS,MATCH,OTHER",
    })
    void every_sport_counts_as_something(Sport sport, SubSport subSport, freshlegs.model.Sport ours)
            throws IOException {
        SessionMesg session = session(900);
        session.setSport(sport);
        session.setSubSport(subSport);

        assertThat(recording(fileId(), session).sport()).isEqualTo(ours);
    }

    private static FileIdMesg fileId() {
        FileIdMesg id = new FileIdMesg();
        id.setType(File.ACTIVITY);
        id.setManufacturer(Manufacturer.GARMIN);
        id.setProduct(3906);
        id.setSerialNumber(4711L);
        id.setTimeCreated(new DateTime(START));
        return id;
    }

    private static RecordMesg record(int second, @Nullable Integer bpm) {
        RecordMesg record = new RecordMesg();
        record.setTimestamp(at(second));
        record.setDistance(3f * second);
        if (bpm != null) {
            record.setHeartRate(bpm.shortValue());
        }
        return record;
    }

    private static SessionMesg session(float seconds) {
        SessionMesg session = new SessionMesg();
        session.setStartTime(at(0));
        session.setTimestamp(at((int) seconds));
        session.setTotalTimerTime(seconds);
        session.setTotalElapsedTime(seconds);
        session.setSport(Sport.RUNNING);
        return session;
    }

    private static LapMesg lap(int start, float seconds, @Nullable Intensity intensity, @Nullable Integer step) {
        LapMesg lap = new LapMesg();
        lap.setStartTime(at(start));
        lap.setTotalTimerTime(seconds);
        lap.setLapTrigger(LapTrigger.MANUAL);
        if (intensity != null) {
            lap.setIntensity(intensity);
        }
        if (step != null) {
            lap.setWktStepIndex(step);
        }
        return lap;
    }

    private static SplitMesg split(int start, float seconds, SplitType type) {
        SplitMesg split = new SplitMesg();
        split.setStartTime(at(start));
        split.setTotalTimerTime(seconds);
        split.setSplitType(type);
        return split;
    }

    private static WorkoutStepMesg step(int index, Intensity intensity) {
        WorkoutStepMesg step = new WorkoutStepMesg();
        step.setMessageIndex(index);
        step.setIntensity(intensity);
        return step;
    }

    private static DateTime at(int second) {
        return new DateTime(START.plusSeconds(second));
    }

    private Recording recording(Mesg... messages) throws IOException {
        return contents(messages).recordings().get(0);
    }

    private Decoded.Contents contents(Mesg... messages) throws IOException {
        Mesg[] all = Arrays.copyOf(messages, messages.length + 1);
        ActivityMesg activity = new ActivityMesg();
        activity.setTimestamp(at(900));
        all[messages.length] = activity;
        Path path = Files.write(folder.resolve("x.fit"), AFitFile.of(all));
        return (Decoded.Contents) new FitDecoder().decode(path, ORIGIN);
    }

    /** Of a kind that nobody documents. */
    private static final class StrangeMesg extends Mesg {
        private StrangeMesg(int number) {
            super("strange", number);
        }
    }
}
