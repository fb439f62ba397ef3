package freshlegs.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.app.labelled.LabelledAthlete;
import freshlegs.app.labelled.RunRow.Kind;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.CheckIn.Symptom;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Session;
import freshlegs.model.result.TrendDay;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.season.DayFacts;
import freshlegs.streams.season.SeasonDay;
import freshlegs.streams.signal.KeySession;
import freshlegs.streams.trend.SteadyRun;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RowFactsTest {
    @Test
    void every_day_from_the_first_row_to_the_last_is_a_day() {
        LabelledAthlete athlete = new ALabelledAthlete()
                .night(0, 50, 60)
                .easyRun(2, 20, 3, 140)
                .feels(5, 2)
                .athlete();

        List<DayFacts> days = RowFacts.of(athlete);

        assertThat(days).hasSize(6);
        assertThat(days.get(0).profiles()).hasSize(1);
        assertThat(days.get(1).profiles()).isEmpty();
        assertThat(days).extracting(DayFacts::heardOfLater).containsExactly(true, true, true, false, false, false);
        assertThat(days.get(5).checkIns()).hasSize(2);
    }

    @Test
    void an_athlete_without_rows_has_no_days() {
        assertThat(RowFacts.of(new ALabelledAthlete().athlete())).isEmpty();
    }

    @Test
    void a_day_without_a_run_is_rest_until_the_watch_was_heard_of_last() {
        List<SeasonDay> days = History.of(
                        new ALabelledAthlete()
                                .night(0, 50, 60)
                                .night(2, 50, 60)
                                .feels(3, 2)
                                .athlete(),
                        Rules.published())
                .days();

        assertThat(days)
                .extracting(day -> day.trend().kind())
                .containsExactly(TrendDay.Kind.REST, TrendDay.Kind.REST, TrendDay.Kind.REST, TrendDay.Kind.MISSING);
    }

    @Test
    void readings_and_answers_are_told_as_they_stand() {
        DayFacts day = RowFacts.of(new ALabelledAthlete()
                        .night(0, 51.5, 63)
                        .feels(0, 3, Symptom.FEVER)
                        .athlete())
                .get(0);

        assertThat(day.readings())
                .anySatisfy(reading -> assertThat(reading)
                        .isInstanceOfSatisfying(Reading.RestingHeartRate.class, resting -> assertThat(resting.bpm())
                                .isEqualTo(51.5)))
                .anySatisfy(reading -> assertThat(reading)
                        .isInstanceOfSatisfying(Reading.Hrv.class, hrv -> assertThat(hrv.rmssdMilliseconds())
                                .isEqualTo(63)));
        assertThat(day.checkIns())
                .anySatisfy(told -> assertThat(told).isInstanceOfSatisfying(CheckIn.Morning.class, morning -> {
                    assertThat(morning.fatigue()).hasValue(3);
                    assertThat(morning.symptoms()).containsExactly(Symptom.FEVER);
                }))
                .anySatisfy(told -> assertThat(told)
                        .isInstanceOfSatisfying(CheckIn.AfterRun.class, after -> assertThat(after.effort())
                                .hasValue(4)));
    }

    @Test
    void a_run_starts_on_the_athletes_clock() {
        Session session = RowFacts.of(
                        new ALabelledAthlete().easyRun(0, 20, 3, 140).athlete())
                .get(0)
                .sessions()
                .get(0);

        assertThat(session.start()).isEqualTo(Instant.parse("2026-01-05T06:30:00Z"));
        assertThat(session.localDate()).isEqualTo(ALabelledAthlete.FIRST);
    }

    @Test
    void the_season_sees_the_steady_minutes_from_the_tenth_on() {
        SteadyRun run = day(0, new ALabelledAthlete().easyRun(0, 15, 3, 140).athlete())
                .signal()
                .steadyRuns()
                .get(0);

        assertThat(run.windows()).isEqualTo(15);
        assertThat(run.elapsedMinutes().at(0)).isEqualTo(10);
        assertThat(run.elapsedMinutes().at(14)).isEqualTo(24);
        assertThat(run.speedMillimetresPerSecond().at(0)).isEqualTo(3000);
        assertThat(run.heartRateTenthBpm().at(14)).isEqualTo(1414);
        assertThat(run.temperatureCelsius().at(0)).isEqualTo(12);
    }

    @Test
    void a_run_without_steady_minutes_has_no_valid_heart_rate() {
        SeasonDay day = day(0, new ALabelledAthlete().easyRun(0, 0, 0, 0).athlete());

        assertThat(day.signal().steadyRuns()).isEmpty();
        assertThat(day.load().sessions()).hasSize(1);
        assertThat(day.load().sessions().get(0).heartRateTrusted()).isFalse();
    }

    @Test
    void a_tempo_and_repeats_are_key_sessions_of_their_own_kinds() {
        SeasonDay day = day(
                2,
                new ALabelledAthlete()
                        .keySession(0, Kind.TEMPO, 4)
                        .keySession(2, Kind.INTERVALS, 4.4)
                        .athlete());

        assertThat(day.signal().keySessions())
                .extracting(KeySession::kind)
                .containsExactly(KeySession.Kind.TEMPO, KeySession.Kind.LONG_REPEATS);
    }

    @Test
    void a_key_session_two_percent_slower_reads_as_two_percent() {
        for (Kind kind : List.of(Kind.TEMPO, Kind.INTERVALS)) {
            List<KeySession> both = day(
                            7,
                            new ALabelledAthlete()
                                    .keySession(0, kind, 4)
                                    .keySession(7, kind, 4 * Math.exp(-0.02))
                                    .athlete())
                    .signal()
                    .keySessions();

            assertThat(both.get(1).slowness() - both.get(0).slowness()).isCloseTo(2, within(0.02));
        }
    }

    @Test
    void a_key_session_whose_speed_is_unknown_is_none() {
        SeasonDay day = day(
                0,
                new ALabelledAthlete()
                        .run(0, Kind.TEMPO, OptionalDouble.empty(), 0, 0, 0)
                        .athlete());

        assertThat(day.signal().keySessions()).isEmpty();
    }

    @Test
    void steady_minutes_before_a_hard_part_are_read_as_such() {
        SeasonDay day = day(
                0,
                new ALabelledAthlete()
                        .run(0, Kind.INTERVALS, OptionalDouble.of(4.4), 12, 3, 140)
                        .athlete());

        assertThat(day.signal().steadyRuns()).hasSize(1);
        assertThat(day.signal().steadyRuns().get(0).windows()).isEqualTo(12);
        assertThat(day.signal().keySessions()).hasSize(1);
    }

    @Test
    void from_the_new_watch_on_another_device_measures() {
        List<SeasonDay> days = History.of(
                        new ALabelledAthlete()
                                .night(0, 50, 60)
                                .easyRun(0, 15, 3, 140)
                                .night(1, 50, 60)
                                .easyRun(1, 15, 3, 140)
                                .newWatchOn(1)
                                .athlete(),
                        Rules.published())
                .days();

        assertThat(days.get(0).signal().evidence().restingHeartRateSource()).isEqualTo(RowFacts.FIRST_WATCH);
        assertThat(days.get(1).signal().evidence().restingHeartRateSource()).isEqualTo(RowFacts.NEW_WATCH);
        assertThat(days.get(1).signal().evidence().hrvSource()).isEqualTo(RowFacts.NEW_WATCH);
        assertThat(days.get(1).signal().steadyRuns().get(0).source()).startsWith(RowFacts.NEW_WATCH);
    }

    private static SeasonDay day(int day, LabelledAthlete athlete) {
        return History.of(athlete, Rules.published()).days().get(day);
    }
}
