package freshlegs.streams.session;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.model.Sport;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Histogram;
import freshlegs.model.fact.Lap;
import freshlegs.model.fact.Lap.Intensity;
import freshlegs.model.fact.Minute;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.Session.RepeatSource;
import freshlegs.model.fact.SessionDetail;
import freshlegs.model.json.Json;
import freshlegs.streams.ARecording;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SessionAnalysisTest {

    @Test
    void a_steady_hour_is_what_was_run() {
        Recording recording = ARecording.steadyRun().build();
        Session session = SessionAnalysis.of(recording);

        assertThat(session.problem()).isEmpty();
        assertThat(session.ref().factId()).isEqualTo(recording.factId());
        assertThat(session.revision()).isEqualTo(recording.revision());
        assertThat(session.ingestedAt()).isEqualTo(recording.ingestedAt());
        assertThat(session.recordingRank()).isEqualTo(recording.rank());
        assertThat(session.device()).isEqualTo("garmin/fenix7");
        assertThat(session.timerSeconds()).isEqualTo(3600);
        assertThat(session.movingSeconds()).isEqualTo(3600);
        assertThat(session.distanceMetres()).isEqualTo(10_800);
        assertThat(session.heartRate().validShare()).isEqualTo(1);
        assertThat(session.heartRate().meanBpm()).hasValue(140);
        assertThat(session.heartRate().perBpm()).isEqualTo(new Histogram(140, 1, Column.of(36_000)));
        assertThat(session.heartRate().peak20minBpm()).hasValue(140);
        assertThat(session.pace().meanMetresPerSecond()).hasValue(3);
        assertThat(session.pace().perCentimetreASecond()).isEqualTo(new Histogram(300, 10, Column.of(36_000)));
        assertThat(session.pace().peak30sMetresPerSecond()).hasValue(3);
        assertThat(session.pace().trustedShare()).isEqualTo(1);
        assertThat(session.decouplingPercent()).hasValue(0);
        assertThat(session.minutes().toList()).hasSize(60).allSatisfy(minute -> assertThat(minute)
                .isEqualTo(new Minute(
                        minute.startSecond(), 1, 3, 0, 0, OptionalDouble.of(140), 1, OptionalDouble.empty())));
        assertThat(session.repeats()).isEmpty();
        assertThat(session.repeatSource()).isEqualTo(RepeatSource.NONE);
    }

    @Test
    void the_laps_of_a_workout_are_its_repeats() {
        ARecording recording = ARecording.of(Sport.RUNNING).lap(Intensity.WARMUP, 600, 2.8, 130);
        for (int i = 0; i < 6; i++) {
            recording.lap(Intensity.ACTIVE, 100, 4, 170).lap(Intensity.REST, 90, 1.2, 150);
        }
        Session session = SessionAnalysis.of(
                recording.lap(Intensity.COOLDOWN, 600, 2.8, 140).build());

        assertThat(session.repeatSource()).isEqualTo(RepeatSource.LAPS);
        assertThat(session.repeats()).hasSize(6);
        Repeat second = session.repeats().get(1);
        assertThat(second.startSecond()).isEqualTo(790);
        assertThat(second.durationSeconds()).isEqualTo(100);
        assertThat(second.distanceMetres()).isEqualTo(400);
        assertThat(second.recoverySeconds()).isEqualTo(90);
        assertThat(session.repeats().get(5).recoverySeconds()).isEqualTo(90);
        assertThat(session.decouplingPercent()).isEmpty();
    }

    @Test
    void repeats_without_laps_are_seen_in_the_speed() {
        Session session =
                SessionAnalysis.of(ARecording.intervals(6, 100, 4, 90, 2.2).build());

        assertThat(session.repeatSource()).isEqualTo(RepeatSource.DETECTED);
        assertThat(session.repeats()).hasSize(6).allSatisfy(repeat -> {
            assertThat(repeat.distanceMetres()).isEqualTo(400);
            assertThat(repeat.durationSeconds()).isEqualTo(100, within(2.0));
            assertThat(repeat.meanHeartRateBpm().orElseThrow()).isEqualTo(170, within(1.0));
        });
        assertThat(session.repeats().get(0).startSecond()).isEqualTo(600, within(2.0));
        assertThat(session.repeats().get(0).recoverySeconds()).isEqualTo(90, within(2.0));
    }

    @Test
    void automatic_laps_are_no_repeats() {
        ARecording recording = ARecording.of(Sport.RUNNING);
        for (int i = 0; i < 5; i++) {
            recording
                    .lap(new Lap(i * 300, 300, OptionalDouble.of(1000), OptionalInt.of(150), Intensity.ACTIVE, true))
                    .run(300, 1000 / 300.0, 150);
        }
        assertThat(SessionAnalysis.of(recording.build()).repeats()).isEmpty();
    }

    @Test
    void uphill_counts_as_the_faster_speed_on_the_level() {
        Session session = SessionAnalysis.of(
                ARecording.of(Sport.RUNNING).grade(5).run(1800, 3, 160).build());

        assertThat(session.pace().meanMetresPerSecond().orElseThrow()).isEqualTo(3 * 1.19, within(0.02));
        assertThat(session.minutes().toList().get(10).gradePercent()).isEqualTo(5, within(0.1));
    }

    @Test
    void a_treadmill_is_level_and_trusted() {
        Session session = SessionAnalysis.of(ARecording.of(Sport.RUNNING)
                .subSport("treadmill")
                .grade(5)
                .run(1800, 3, 150)
                .each(row -> row.withAccuracy(NaN))
                .build());

        assertThat(session.pace().meanMetresPerSecond()).hasValue(3);
        assertThat(session.pace().trustedShare()).isEqualTo(1);
    }

    @Test
    void a_pause_counts_for_nothing_and_no_peak_crosses_it() {
        Session session = SessionAnalysis.of(ARecording.of(Sport.RUNNING)
                .run(900, 3, 150)
                .pause(600)
                .run(900, 3, 150)
                .build());

        assertThat(session.timerSeconds()).isEqualTo(1800);
        assertThat(session.elapsedSeconds()).isEqualTo(2400);
        assertThat(session.movingSeconds()).isEqualTo(1800);
        assertThat(session.heartRate().perBpm().totalSeconds()).isEqualTo(1800);
        assertThat(session.heartRate().peak5minBpm()).hasValue(150);
        assertThat(session.heartRate().peak20minBpm()).isEmpty();
        assertThat(session.minutes().toList())
                .hasSize(30)
                .extracting(Minute::startSecond)
                .contains(840, 1500)
                .doesNotContain(900);
    }

    @Test
    void rows_at_any_interval_weigh_by_their_time() {
        Session everySecond = SessionAnalysis.of(
                ARecording.of(Sport.RUNNING).run(600, 3, 140).run(600, 3, 160).build());
        Session smart = SessionAnalysis.of(ARecording.of(Sport.RUNNING)
                .run(600, 3, 140)
                .run(600, 3, 160)
                .keeping(row -> row.second() < 600 || row.second() % 6 == 0 || row.second() == 1199)
                .build());

        assertThat(smart.heartRate().meanBpm().orElseThrow())
                .isEqualTo(everySecond.heartRate().meanBpm().orElseThrow(), within(0.1));
        assertThat(smart.movingSeconds()).isEqualTo(1200);
        assertThat(smart.heartRate().validShare()).isEqualTo(1, within(0.01));
    }

    @Test
    void a_strap_that_drops_out_shows_in_the_valid_share() {
        Session session = SessionAnalysis.of(ARecording.steadyRun()
                .each(row -> row.second() >= 1200 && row.second() < 2100 ? row.withBpm(NaN) : row)
                .build());

        assertThat(session.heartRate().validShare()).isEqualTo(0.75, within(0.001));
        assertThat(session.heartRate().meanBpm()).hasValue(140);
        assertThat(session.minutes().toList().get(25).heartRateBpm()).isEmpty();
        assertThat(session.minutes().toList().get(25).heartRateValidShare()).isZero();
    }

    @Test
    void cadence_taken_for_pulse_is_left_out() {
        ARecording recording = ARecording.of(Sport.RUNNING)
                .heartRateFrom(HeartRateSource.WRIST)
                .run(900, 3, 140)
                .run(600, 3, 170)
                .run(900, 3, 142);

        assertThat(SessionAnalysis.of(recording.build())
                        .heartRate()
                        .peak5minBpm()
                        .orElseThrow())
                .isLessThan(143);
        assertThat(SessionAnalysis.of(
                                recording.heartRateFrom(HeartRateSource.STRAP).build())
                        .heartRate()
                        .peak5minBpm())
                .hasValue(170);
    }

    @Test
    void without_positions_the_watch_s_distance_counts() {
        Session session = SessionAnalysis.of(ARecording.steadyRun().withoutGps().build());

        assertThat(session.distanceMetres()).isEqualTo(10_800);
        assertThat(session.movingSeconds()).isEqualTo(3600);
        assertThat(session.heartRate().validShare()).isEqualTo(1);
        assertThat(session.pace().meanMetresPerSecond()).hasValue(3);
        assertThat(session.pace().trustedShare()).isZero();
        assertThat(session.pace().perCentimetreASecond().bins()).isZero();
    }

    @Test
    void without_a_heart_rate_the_pace_is_still_there() {
        Session session =
                SessionAnalysis.of(ARecording.steadyRun().withoutHeartRate().build());

        assertThat(session.heartRate()).isEqualTo(Session.HeartRate.none());
        assertThat(session.pace().meanMetresPerSecond()).hasValue(3);
        assertThat(session.decouplingPercent()).isEmpty();
    }

    @Test
    void without_samples_the_summary_is_all_there_is() {
        Session session =
                SessionAnalysis.of(ARecording.steadyRun().keeping(row -> false).build());

        assertThat(session.problem()).isEmpty();
        assertThat(session.timerSeconds()).isEqualTo(3600);
        assertThat(session.distanceMetres()).isEqualTo(10_800);
        assertThat(session.heartRate().validShare()).isZero();
        assertThat(session.minutes().toList()).isEmpty();
    }

    @Test
    void other_sports_have_a_heart_rate_and_no_pace() {
        Session session = SessionAnalysis.of(
                ARecording.of(Sport.CYCLING).run(3600, 9, 130).build());

        assertThat(session.heartRate().perBpm().totalSeconds()).isEqualTo(3600);
        assertThat(session.heartRate().validShare()).isEqualTo(1);
        assertThat(session.pace()).isEqualTo(Session.Pace.none());
        assertThat(session.minutes().toList()).isEmpty();
        assertThat(session.repeats()).isEmpty();
        assertThat(session.decouplingPercent()).isEmpty();
    }

    @Test
    void a_leap_of_the_position_is_no_distance() {
        Session session = SessionAnalysis.of(ARecording.steadyRun()
                .each(row -> row.second() < 1000 ? row : row.withDistance(row.distance() + 208))
                .each(row -> row.second() == 1000 ? row.withSpeed(208) : row)
                .build(OptionalDouble.of(11_008)));

        assertThat(session.distanceMetres()).isEqualTo(10_800, within(5.0));
        assertThat(session.pace().peak30sMetresPerSecond().orElseThrow()).isEqualTo(3, within(0.01));
    }

    @Test
    void what_cannot_be_analysed_says_so_and_keeps_the_summary() {
        Recording everyHalfMinuteForAWeek = ARecording.of(Sport.RUNNING)
                .run(20_000, 3, 140)
                .each(row -> new ARecording.Row(
                        row.second() * 30, row.bpm(), row.speed(), NaN, row.altitude(), row.cadence(), NaN))
                .build();
        Session session = SessionAnalysis.of(everyHalfMinuteForAWeek);

        assertThat(session.problem().orElseThrow()).contains("more than 400000 seconds");
        assertThat(session.factId()).isEqualTo(everyHalfMinuteForAWeek.factId());
        assertThat(session.timerSeconds()).isEqualTo(20_000);
        assertThat(session.distanceMetres()).isEqualTo(60_000);
        assertThat(session.heartRate()).isEqualTo(Session.HeartRate.none());
        assertThat(session.minutes().toList()).isEmpty();
    }

    @Test
    void a_summary_of_nonsense_is_no_failure() {
        Recording sound = ARecording.of(Sport.RUNNING).run(300, 3, 150).build(OptionalDouble.of(NaN));
        Session session = SessionAnalysis.of(sound);

        assertThat(session.problem()).isEmpty();
        assertThat(session.distanceMetres()).isEqualTo(900);
    }

    @Test
    void even_a_day_with_many_repeats_stays_small() {
        Random random = new Random(11);
        ARecording day = ARecording.of(Sport.RUNNING);
        for (int i = 0; i < 60; i++) {
            day.lap(Intensity.INTERVAL, 731, 4.123, 171).lap(Intensity.REST, 709, 2.345, 133);
        }
        day.each(row -> row.withBpm(row.bpm() + random.nextInt(30))
                .withSpeed(row.speed() * (0.6 + 0.8 * random.nextDouble()))
                .withAltitude(100 + 50 * Math.sin(row.second() / 100.0)));
        Session session = SessionAnalysis.of(day.build());

        assertThat(Json.write(session)).hasSizeLessThan(8_000);
        assertThat(session.repeats()).hasSize(40);
        assertThat(session.minutes().toList()).hasSizeGreaterThan(20);
    }

    @Test
    void the_same_recording_always_gives_the_same_bytes_and_few_of_them() {
        Recording recording = ARecording.intervals(12, 100, 4, 90, 2.2).build();
        byte[] bytes = Json.write(SessionAnalysis.of(recording));

        assertThat(Json.write(SessionAnalysis.of(recording))).isEqualTo(bytes).hasSizeLessThan(4800);
        assertThat(Json.read(bytes, Session.class)).isEqualTo(SessionAnalysis.of(recording));
    }

    @Test
    void a_session_from_before_there_was_any_detail_can_still_be_read() {
        Session session = SessionAnalysis.of(ARecording.steadyRun().build());
        ObjectNode older = Json.MAPPER.valueToTree(session);
        older.remove("detail");

        assertThat(Json.read(older.toString(), Session.class).detail()).isEqualTo(SessionDetail.NONE);
        assertThat(Json.read(Json.writeText(session), Session.class)).isEqualTo(session);
    }
}
