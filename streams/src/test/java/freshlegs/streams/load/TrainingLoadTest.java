package freshlegs.streams.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.AthleteId;
import freshlegs.model.Sex;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.Histogram;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.WatchProfile;
import freshlegs.streams.season.ARun;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrainingLoadTest {
    private static final AthleteId ANN = AthleteId.of("ann");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void trimp_of_half_an_hour_agrees_with_the_published_example() {
        assertThat(Trimp.of(30, 130, body(40, 200, 170, Sex.MALE))).isCloseTo(31.80, within(0.01));
        assertThat(Trimp.of(66.2, 138, body(44, 187, 170, Sex.MALE))).isCloseTo(98.39022, within(1e-5));
        assertThat(Trimp.of(60, 150, body(60, 190, 170, Sex.MALE))).isCloseTo(100.44, within(0.01));
        assertThat(Trimp.of(60, 150, body(60, 190, 170, Sex.FEMALE))).isCloseTo(113.52, within(0.01));
    }

    @Test
    void an_hour_at_threshold_is_a_hundred_by_heart_rate_and_by_pace() {
        Physiology body = body(60, 190, 170, Sex.MALE);
        Histogram hour = new Histogram(170, 1, Column.of(36_000));

        assertThat(HeartRateScore.of(hour, body)).isCloseTo(100, within(1e-9));
        assertThat(Math.floor(HeartRateScore.ofTrimp(333, body(60, 190, 163, Sex.MALE))))
                .isEqualTo(239);
        assertThat(Math.floor(HeartRateScore.ofTrimp(333, body(60, 190, 170.5, Sex.MALE))))
                .isEqualTo(199);
        assertThat(PaceScore.of(3600, 4, 4)).isEqualTo(100);
        assertThat(PaceScore.of(3600, 1000 / 300.0, 1000 / 600.0)).isCloseTo(400, within(1e-9));
    }

    @Test
    void edwards_weighs_each_tenth_of_the_maximum() {
        Physiology body = body(50, 200, 170, Sex.MALE);
        Histogram zones = new Histogram(100, 20, Column.of(10 * 600, 20 * 600, 10 * 600, 5 * 600, 2 * 600));

        assertThat(Edwards.of(zones, body)).isCloseTo(110, within(1e-9));
    }

    @Test
    void effort_times_minutes_is_fosters_load() {
        assertThat(EffortLoad.of(6, 120)).isEqualTo(720);
        assertThat(EffortLoad.score(7, 60)).isCloseTo(100, within(0.05));
    }

    @Test
    void what_nobody_measured_is_assumed_and_said() {
        Physiology body = of(List.of(), List.of(), List.of()).body();

        assertThat(body.restingBpm()).isEqualTo(60);
        assertThat(body.maximalBpm()).isEqualTo(187);
        assertThat(body.assumed()).containsExactly("resting-heart-rate-assumed", "maximal-heart-rate-assumed");
        assertThat(of(List.of(), List.of(profile(190, 60)), List.of()).body().thresholdBpm())
                .isEqualTo(170.5);
    }

    @Test
    void what_a_watch_believes_counts_where_nobody_else_knows() {
        OptionalInt none = OptionalInt.empty();
        Session morning = ARun.of(ANN, DAY)
                .startingAt(6)
                .believedBy(new WatchProfile(OptionalInt.of(52), OptionalInt.of(193), OptionalInt.of(168)))
                .session();
        Session evening = ARun.of(ANN, DAY)
                .startingAt(18)
                .believedBy(new WatchProfile(OptionalInt.of(48), none, none))
                .session();

        Physiology body = of(List.of(), List.of(), List.of(morning, evening)).body();

        assertThat(body.restingBpm()).isEqualTo(48);
        assertThat(body.maximalBpm()).isEqualTo(193);
        assertThat(body.thresholdBpm()).isEqualTo(168);
        assertThat(body.assumed())
                .containsExactly(
                        "resting-heart-rate-from-watch",
                        "maximal-heart-rate-from-watch",
                        "threshold-heart-rate-from-watch");
        Physiology stated = of(List.of(), List.of(profile(190, 60)), List.of(morning, evening))
                .body();
        assertThat(stated.restingBpm()).isEqualTo(60);
        assertThat(stated.maximalBpm()).isEqualTo(190);
    }

    @Test
    void what_a_watch_believed_yesterday_still_counts_today() {
        Session run = ARun.of(ANN, DAY.minusDays(1))
                .believedBy(new WatchProfile(OptionalInt.of(52), OptionalInt.of(193), OptionalInt.empty()))
                .session();
        LoadDay yesterday = TrainingLoad.of(
                        List.of(), DAY.minusDays(1), List.of(), List.of(run), List.of(), OptionalDouble.empty())
                .day();

        assertThat(of(List.of(yesterday), List.of(), List.of()).body().maximalBpm())
                .isEqualTo(193);
    }

    @Test
    void resting_heart_rate_is_the_median_of_the_days_before_and_never_todays() {
        List<LoadDay> past = new ArrayList<>();
        for (int i = 9; i > 0; i--) {
            past.add(new LoadDay(
                    DAY.minusDays(i), AthleteProfile.unknown(), List.of(), OptionalDouble.of(44 + i), List.of()));
        }

        TrainingLoad load = TrainingLoad.of(past, DAY, List.of(), List.of(), List.of(), OptionalDouble.of(90));

        assertThat(load.body().restingBpm()).isEqualTo(49);
    }

    @Test
    void the_highest_heart_rate_of_twelve_months_is_the_maximum_when_it_is_plausible() {
        List<HeartRatePeak> peaks = HeartRatePeak.with(List.of(), DAY.minusDays(300), OptionalDouble.of(191));
        peaks = HeartRatePeak.with(peaks, DAY.minusDays(200), OptionalDouble.of(180));
        peaks = HeartRatePeak.with(peaks, DAY.minusDays(100), OptionalDouble.of(185));

        assertThat(peaks).extracting(HeartRatePeak::bpm).containsExactly(191.0, 185.0);
        assertThat(maximal(peaks, DAY)).isEqualTo(191);
        LocalDate later = DAY.plusDays(100);
        assertThat(maximal(HeartRatePeak.with(peaks, later, OptionalDouble.empty()), later))
                .isEqualTo(185);
        assertThat(maximal(HeartRatePeak.with(List.of(), DAY, OptionalDouble.of(150)), DAY))
                .isEqualTo(187);
    }

    @Test
    void a_later_profile_replaces_only_what_it_states() {
        AthleteProfile merged = AthleteProfile.unknown().with(List.of(profile(190, 50), onlyMaximum(185)));

        assertThat(merged.maximalHeartRateBpm()).hasValue(185);
        assertThat(merged.restingHeartRateBpm()).hasValue(50);
        assertThat(merged.sex()).isEqualTo(Sex.MALE);
    }

    @Test
    void the_load_falls_back_from_heart_rate_to_pace_to_effort_to_duration() {
        SessionLoad heart = only(ARun.of(ANN, DAY).heart(170).minutes(60));
        SessionLoad degraded = only(ARun.of(ANN, DAY).heart(170).minutes(60).heartRateShare(0.8));
        SessionLoad pace = only(ARun.of(ANN, DAY).minutes(60).at(4.0).heartRateShare(0.5));
        SessionLoad effort =
                only(ARun.of(ANN, DAY).minutes(60).heartRateShare(0).offRoad().rpe(7));
        SessionLoad nothing =
                only(ARun.of(ANN, DAY).minutes(60).heartRateShare(0).offRoad());

        assertThat(heart.basis()).isEqualTo(SessionLoad.Basis.HEART_RATE);
        assertThat(degraded.basis()).isEqualTo(SessionLoad.Basis.HEART_RATE_DEGRADED);
        assertThat(pace.basis()).isEqualTo(SessionLoad.Basis.PACE);
        assertThat(pace.load()).isCloseTo(100, within(3.0));
        assertThat(effort.basis()).isEqualTo(SessionLoad.Basis.EFFORT);
        assertThat(effort.load()).isCloseTo(100, within(0.1));
        assertThat(nothing.basis()).isEqualTo(SessionLoad.Basis.IMPUTED);
        assertThat(nothing.load()).isEqualTo(45);
    }

    @Test
    void short_repeats_count_by_the_higher_of_heart_rate_and_pace() {
        SessionLoad repeats =
                only(ARun.of(ANN, DAY).heart(120).minutes(60).at(4.0).repeats(8, 200, 5.5));

        assertThat(repeats.basis()).isEqualTo(SessionLoad.Basis.HEART_RATE);
        assertThat(repeats.load()).isEqualTo(repeats.paceScore().orElseThrow());
    }

    @Test
    void other_scores_are_scaled_to_the_athletes_heart_rate_score_within_bounds() {
        List<SessionLoad> pairs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            pairs.add(new SessionLoad(
                    freshlegs.model.Sport.RUNNING,
                    false,
                    60,
                    10_000,
                    60,
                    SessionLoad.Basis.HEART_RATE,
                    true,
                    OptionalDouble.of(60),
                    OptionalDouble.of(50),
                    OptionalDouble.of(9),
                    OptionalDouble.empty()));
        }

        assertThat(Scales.from(pairs).pace()).isCloseTo(1.2, within(1e-9));
        assertThat(Scales.from(pairs).effort()).isEqualTo(0.7);
        assertThat(Scales.from(pairs.subList(0, 7)).pace()).isEqualTo(1);
        assertThat(Scales.from(pairs).loadPerMinute(freshlegs.model.Sport.RUNNING, false))
                .isEqualTo(1);
    }

    @Test
    void the_second_check_in_belongs_to_the_second_run_of_the_day() {
        Session morning = ARun.of(ANN, DAY).startingAt(6).rpe(3).session();
        Session evening = ARun.of(ANN, DAY).startingAt(18).rpe(3).session();
        CheckIn second = new CheckIn.AfterRun(
                ANN, DAY, 2, "1", NOON, NOON, OptionalInt.of(8), OptionalInt.empty(), Optional.empty(), Set.of());

        List<SessionLoad> loads = TrainingLoad.of(
                        List.of(), DAY, List.of(), List.of(morning, evening), List.of(second), OptionalDouble.empty())
                .day()
                .sessions();

        assertThat(loads.get(0).effort()).hasValue(3);
        assertThat(loads.get(1).effort()).hasValue(8);
    }

    private static SessionLoad only(ARun run) {
        return of(List.of(), List.of(profile(190, 60)), List.of(run.session()))
                .day()
                .sessions()
                .get(0);
    }

    private static TrainingLoad of(List<LoadDay> past, List<Profile> profiles, List<Session> sessions) {
        return TrainingLoad.of(past, DAY, profiles, sessions, List.of(), OptionalDouble.empty());
    }

    private static double maximal(List<HeartRatePeak> peaks, LocalDate date) {
        return Physiology.of(AthleteProfile.unknown(), date, new double[0], peaks, OptionalDouble.empty())
                .maximalBpm();
    }

    private static Physiology body(double resting, double maximal, double threshold, Sex sex) {
        return new Physiology(resting, maximal, threshold, OptionalDouble.empty(), false, sex, List.of());
    }

    private static Profile profile(int maximal, int resting) {
        return new Profile(
                ANN,
                DAY,
                "1",
                NOON,
                NOON,
                Optional.empty(),
                Optional.of(Sex.MALE),
                OptionalInt.empty(),
                OptionalInt.of(resting),
                OptionalInt.of(maximal),
                OptionalInt.empty(),
                OptionalInt.of(250));
    }

    private static Profile onlyMaximum(int maximal) {
        OptionalInt none = OptionalInt.empty();
        return new Profile(
                ANN,
                DAY,
                "2",
                NOON,
                NOON.plusSeconds(1),
                Optional.empty(),
                Optional.empty(),
                none,
                none,
                OptionalInt.of(maximal),
                none,
                none);
    }
}
