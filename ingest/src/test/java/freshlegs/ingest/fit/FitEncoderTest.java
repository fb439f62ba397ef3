package freshlegs.ingest.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.garmin.fit.Decode;
import com.garmin.fit.Event;
import com.garmin.fit.EventMesg;
import com.garmin.fit.FitDecoder;
import com.garmin.fit.FitMessages;
import com.garmin.fit.HrvStatus;
import com.garmin.fit.Intensity;
import com.garmin.fit.LapTrigger;
import com.garmin.fit.RecordMesg;
import com.garmin.fit.SleepLevel;
import freshlegs.model.Sport;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Lap;
import freshlegs.model.fact.Pause;
import freshlegs.model.fact.Samples;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FitEncoderTest {
    private static final Instant START = Instant.parse("2026-05-04T05:30:00Z");
    private static final WrittenDevice WATCH =
            new WrittenDevice(WrittenDevice.DEVELOPMENT, 7, "Test watch", 4711, HeartRateSource.STRAP);

    @Test
    void an_activity_reads_back_as_it_was_written() {
        FitMessages read = read(FitEncoder.encode(activity()));

        assertThat(read.getFileIdMesgs()).singleElement().satisfies(id -> {
            assertThat(id.getSerialNumber()).isEqualTo(4711);
            assertThat(id.getManufacturer()).isEqualTo(WrittenDevice.DEVELOPMENT);
            assertThat(id.getTimeCreated().getDate().toInstant()).isEqualTo(START);
        });
        assertThat(read.getSessionMesgs()).singleElement().satisfies(session -> {
            assertThat(session.getSport()).isEqualTo(com.garmin.fit.Sport.RUNNING);
            assertThat(session.getTotalTimerTime()).isEqualTo(5);
            assertThat(session.getTotalElapsedTime()).isEqualTo(25);
            assertThat(session.getTotalDistance()).isEqualTo(15.5f);
            assertThat(session.getAvgHeartRate()).isEqualTo((short) 121);
            assertThat(session.getMaxHeartRate()).isEqualTo((short) 123);
            assertThat(session.getWorkoutRpe()).isEqualTo((short) 70);
            assertThat(session.getWorkoutFeel()).isEqualTo((short) 75);
        });
        assertThat(read.getActivityMesgs()).singleElement().satisfies(whole -> assertThat(
                        whole.getLocalTimestamp() - whole.getTimestamp().getTimestamp())
                .isEqualTo(7200));
    }

    @Test
    void samples_keep_their_values_and_their_gaps() {
        List<RecordMesg> records = read(FitEncoder.encode(activity())).getRecordMesgs();

        assertThat(records)
                .extracting(RecordMesg::getHeartRate)
                .containsExactly((short) 120, null, (short) 121, (short) 123, (short) 120);
        assertThat(records).extracting(RecordMesg::getDistance).containsExactly(0f, 3.1f, 6.2f, 9.3f, 12.4f);
        assertThat(records).extracting(RecordMesg::getEnhancedSpeed).containsExactly(3.1f, 3.1f, null, 3.1f, 3.101f);
        assertThat(records).extracting(RecordMesg::getEnhancedAltitude).containsOnly(101.2f);
        assertThat(records).allSatisfy(record -> assertThat(2 * (record.getCadence() + record.getFractionalCadence()))
                .isEqualTo(171));
        assertThat(records).extracting(RecordMesg::getTemperature).containsOnly((byte) -3);
        assertThat(records).extracting(RecordMesg::getGpsAccuracy).containsOnly((short) 4);
        assertThat(records).extracting(RecordMesg::getPower).containsOnlyNulls();
        assertThat(records)
                .extracting(
                        record -> record.getTimestamp().getDate().toInstant().getEpochSecond() - START.getEpochSecond())
                .containsExactly(0L, 1L, 2L, 23L, 24L);
    }

    @Test
    void laps_say_what_they_were_for_and_a_pause_stops_the_timer() {
        FitMessages read = read(FitEncoder.encode(activity()));

        assertThat(read.getLapMesgs()).hasSize(2);
        assertThat(read.getLapMesgs().get(0).getIntensity()).isEqualTo(Intensity.WARMUP);
        assertThat(read.getLapMesgs().get(0).getLapTrigger()).isEqualTo(LapTrigger.MANUAL);
        assertThat(read.getLapMesgs().get(0).getTotalElapsedTime()).isEqualTo(2.5f);
        assertThat(read.getLapMesgs().get(1).getIntensity()).isEqualTo(Intensity.INTERVAL);
        assertThat(read.getLapMesgs().get(1).getTotalTimerTime()).isEqualTo(2.5f);
        assertThat(read.getLapMesgs().get(1).getTotalElapsedTime()).isEqualTo(22.5f);
        assertThat(read.getEventMesgs().stream()
                        .filter(event -> event.getEvent() == Event.TIMER)
                        .map(EventMesg::getEventType))
                .extracting(Enum::name)
                .containsExactly("START", "STOP_ALL", "START", "STOP_ALL");
    }

    @Test
    void a_strap_is_told_from_the_wrist() {
        WrittenDevice wrist =
                new WrittenDevice(WrittenDevice.DEVELOPMENT, 7, "Test watch", 4711, HeartRateSource.WRIST);
        WrittenDevice none =
                new WrittenDevice(WrittenDevice.DEVELOPMENT, 7, "Test watch", 4711, HeartRateSource.UNKNOWN);

        assertThat(sensorsOf(WATCH)).containsExactly("LOCAL", "ANTPLUS 120");
        assertThat(sensorsOf(wrist)).containsExactly("LOCAL", "LOCAL 10");
        assertThat(sensorsOf(none)).containsExactly("LOCAL");
    }

    @Test
    void a_monitoring_file_holds_both_resting_heart_rates() {
        Instant noon = START.plus(Duration.ofHours(6));
        FitMessages read = read(FitEncoder.encode(new WrittenMonitoring(WATCH, START, noon, -3600, 51, 55)));

        assertThat(read.getMonitoringHrDataMesgs()).singleElement().satisfies(resting -> {
            assertThat(resting.getRestingHeartRate()).isEqualTo((short) 51);
            assertThat(resting.getCurrentDayRestingHeartRate()).isEqualTo((short) 55);
            assertThat(resting.getTimestamp().getDate().toInstant()).isEqualTo(noon);
        });
        assertThat(read.getMonitoringInfoMesgs()).singleElement().satisfies(from -> assertThat(
                        from.getLocalTimestamp() - from.getTimestamp().getTimestamp())
                .isEqualTo(-3600));
    }

    @Test
    void an_hrv_night_holds_its_mean_its_windows_and_the_band() {
        var band = new WrittenHrvStatus.Band(40, 45, 60);
        FitMessages read = read(FitEncoder.encode(new WrittenHrvStatus(
                WATCH, START, START.plusSeconds(900), 42.5, 50, Optional.of(band), List.of(48.0, 55.25, 47.0))));

        assertThat(read.getHrvStatusSummaryMesgs()).singleElement().satisfies(summary -> {
            assertThat(summary.getLastNightAverage()).isEqualTo(50f);
            assertThat(summary.getWeeklyAverage()).isEqualTo(42.5f);
            assertThat(summary.getLastNight5MinHigh()).isEqualTo(55.25f);
            assertThat(summary.getStatus()).isEqualTo(HrvStatus.UNBALANCED);
        });
        assertThat(read.getHrvValueMesgs()).hasSize(3);
        assertThat(read.getFileIdMesgs().get(0).getFieldShortValue(0)).isEqualTo((short) 68);
    }

    @Test
    void a_sleep_file_holds_each_change_of_stage_and_the_waking() {
        FitMessages read = read(FitEncoder.encode(new WrittenSleep(
                WATCH,
                List.of(
                        new WrittenSleep.Stage(START, WrittenSleep.Level.LIGHT),
                        new WrittenSleep.Stage(START.plusSeconds(600), WrittenSleep.Level.DEEP)),
                START.plusSeconds(4000),
                81)));

        assertThat(read.getSleepLevelMesgs())
                .extracting(stage -> stage.getSleepLevel())
                .containsExactly(SleepLevel.LIGHT, SleepLevel.DEEP, SleepLevel.AWAKE);
        assertThat(read.getSleepAssessmentMesgs())
                .singleElement()
                .satisfies(score -> assertThat(score.getOverallSleepScore()).isEqualTo((short) 81));
        assertThat(read.getFileIdMesgs().get(0).getFieldShortValue(0)).isEqualTo((short) 49);
    }

    @Test
    void equal_input_gives_equal_bytes() {
        assertThat(FitEncoder.encode(activity())).isEqualTo(FitEncoder.encode(activity()));
    }

    @Test
    void an_activity_without_samples_is_still_a_file() {
        WrittenActivity bare = new WrittenActivity(
                WATCH,
                START,
                0,
                Sport.STRENGTH,
                1800,
                0,
                List.of(),
                List.of(),
                Samples.none(),
                OptionalInt.empty(),
                OptionalInt.empty());

        FitMessages read = read(FitEncoder.encode(bare));

        assertThat(read.getRecordMesgs()).isEmpty();
        assertThat(read.getSessionMesgs().get(0).getAvgHeartRate()).isNull();
        assertThat((double) read.getSessionMesgs().get(0).getTotalTimerTime()).isCloseTo(1800, within(0.001));
    }

    private static WrittenActivity activity() {
        Column none = Column.missing(5);
        Samples samples = new Samples(
                Column.of(0, 1, 2, 23, 24),
                Column.of(120, Column.MISSING, 121, 123, 120),
                Column.of(3100, 3100, Column.MISSING, 3100, 3101),
                Column.of(0, 310, 620, 930, 1240),
                Column.of(1012, 1012, 1012, 1012, 1012),
                Column.of(171, 171, 171, 171, 171),
                none,
                Column.of(-3, -3, -3, -3, -3),
                Column.of(4, 4, 4, 4, 4),
                none);
        return new WrittenActivity(
                WATCH,
                START,
                7200,
                Sport.RUNNING,
                25,
                15.5,
                List.of(
                        new Lap(0, 2.5, OptionalDouble.of(7), OptionalInt.of(121), Lap.Intensity.WARMUP, false),
                        new Lap(2.5, 2.5, OptionalDouble.of(8.5), OptionalInt.of(122), Lap.Intensity.INTERVAL, false)),
                List.of(new Pause(3, 20)),
                samples,
                OptionalInt.of(7),
                OptionalInt.of(75));
    }

    private static List<String> sensorsOf(WrittenDevice device) {
        WrittenActivity with = activity();
        return read(FitEncoder.encode(new WrittenActivity(
                        device,
                        with.start(),
                        with.utcOffsetSeconds(),
                        with.sport(),
                        with.elapsedSeconds(),
                        with.distanceMetres(),
                        with.laps(),
                        with.pauses(),
                        with.samples(),
                        with.effort(),
                        with.feel())))
                .getDeviceInfoMesgs()
                .stream()
                .map(info -> info.getSourceType() + (info.getDeviceType() == null ? "" : " " + info.getDeviceType()))
                .toList();
    }

    private static FitMessages read(byte[] file) {
        assertThat(new Decode().checkFileIntegrity(new ByteArrayInputStream(file)))
                .isTrue();
        return new FitDecoder().decode(new ByteArrayInputStream(file));
    }
}
