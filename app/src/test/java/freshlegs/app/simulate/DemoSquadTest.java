package freshlegs.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.ingest.fit.WrittenActivity;
import freshlegs.ingest.fit.WrittenHrvStatus;
import freshlegs.ingest.fit.WrittenMonitoring;
import freshlegs.ingest.fit.WrittenSleep;
import freshlegs.model.Status;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Lap;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
import freshlegs.model.result.Domain;
import freshlegs.model.result.StatusDay;
import freshlegs.streams.plan.Wishes;
import freshlegs.streams.season.Season;
import freshlegs.streams.season.SeasonDay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's files through the decoder, the session analysis and the fold: each athlete ends as labelled. */
class DemoSquadTest {
    private static final Simulation DEMO = Simulation.demo(LocalDate.of(2026, 3, 4));

    private static final Map<Story, DecodedSeason> seasons = new EnumMap<>(Story.class);
    private static final Map<Story, List<SeasonDay>> days = new EnumMap<>(Story.class);

    @BeforeAll
    static void run(@TempDir Path folder) throws IOException {
        Simulator.write(DEMO, folder);
        for (Runner runner : Squad.of(DEMO).runners()) {
            DecodedSeason season = DecodedSeason.of(folder, runner);
            seasons.put(runner.story(), season);
            days.put(runner.story(), season.days(DEMO.lastDay()));
        }
    }

    @Test
    void the_sound_one_ends_green() {
        assertThat(last(Story.SOUND).status()).isEqualTo(Status.GREEN);
    }

    @Test
    void the_overreached_one_ends_in_an_alert_with_resting_heart_rate_among_its_reasons() {
        assertThat(last(Story.OVERREACHED).status()).isIn(Status.AMBER, Status.RED);
        assertThat(votes(Story.OVERREACHED))
                .hasSizeGreaterThanOrEqualTo(2)
                .contains(Domain.Name.SUBJECTIVE, Domain.Name.RESTING_HEART_RATE);
    }

    @Test
    void the_paradoxical_one_is_found_by_feeling_worse_with_a_low_heart_rate() {
        assertThat(last(Story.PARADOXICAL).status()).isIn(Status.AMBER, Status.RED);
        assertThat(votes(Story.PARADOXICAL))
                .contains(Domain.Name.SUBJECTIVE)
                .containsAnyOf(Domain.Name.DISSOCIATION, Domain.Name.PERFORMANCE)
                .doesNotContain(Domain.Name.RESTING_HEART_RATE);
    }

    @Test
    void the_ill_one_ends_in_illness_and_who_has_no_sensors_unknown() {
        assertThat(last(Story.ILL).status()).isEqualTo(Status.ILLNESS);
        assertThat(last(Story.NO_SENSORS).status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void who_was_away_is_not_taken_for_overreached() {
        assertThat(days.get(Story.AWAY))
                .extracting(day -> day.status().status())
                .allSatisfy(status -> assertThat(status.isAlert()).isFalse());
    }

    @Test
    void nobody_was_in_an_alert_before_anything_happened() {
        assertThat(days.values()).allSatisfy(season -> assertThat(season.subList(0, season.size() - 14))
                .extracting(day -> day.status().status())
                .allSatisfy(status -> assertThat(status.isAlert()).isFalse()));
    }

    @Test
    void both_overloads_change_a_hard_session_lately_or_next() {
        for (Story story : List.of(Story.OVERREACHED, Story.PARADOXICAL)) {
            List<SeasonDay> season = daysOf(story);
            var changed = new ArrayList<>(season.subList(season.size() - 14, season.size()).stream()
                    .map(day -> day.plan().prescription())
                    .toList());
            changed.addAll(Season.outlook(
                    season.subList(season.size() - 84, season.size()), Collections.nCopies(7, Wishes.NONE)));
            assertThat(changed)
                    .anyMatch(plan -> plan.adjustment().isPresent()
                            && plan.planned().hard()
                            && !plan.prescribed().hard());
        }
    }

    @Test
    void the_decoder_finds_what_was_simulated() throws IOException {
        Runner runner = Squad.of(DEMO).runners().get(1);
        List<Written> written = new ArrayList<>();
        new Diary(DEMO, runner, new Remembering(written)).write();
        List<Recording> read = seasonOf(Story.OVERREACHED).recordings();

        assertThat(read).hasSameSizeAs(written).allSatisfy(run -> assertThat(run.laps())
                .isNotEmpty());
        IntStream.range(0, read.size()).forEach(i -> written.get(i).assertReadAs(read.get(i)));
    }

    @Test
    void structured_sessions_are_recognised_with_their_repeats() {
        List<Session> sessions = seasonOf(Story.OVERREACHED).sessions();

        assertThat(sessions).allSatisfy(session -> assertThat(session.problem()).isEmpty());
        assertThat(sessions.stream()
                        .map(Session::repeats)
                        .filter(repeats -> repeats.size() >= 4)
                        .map(repeats -> Math.round(repeats.get(0).distanceMetres())))
                .hasSizeGreaterThanOrEqualTo(10)
                .containsOnly(200L, 400L, 600L);
        assertThat(sessions.stream()
                        .flatMap(session -> session.repeats().stream())
                        .map(Repeat::durationSeconds))
                .allSatisfy(seconds -> assertThat(seconds).isBetween(30.0, 1300.0));
    }

    private static DecodedSeason seasonOf(Story story) {
        return Objects.requireNonNull(seasons.get(story));
    }

    private static List<SeasonDay> daysOf(Story story) {
        return Objects.requireNonNull(days.get(story));
    }

    private static StatusDay last(Story story) {
        List<SeasonDay> season = daysOf(story);
        return season.get(season.size() - 1).status();
    }

    private static List<Domain.Name> votes(Story story) {
        return last(story).domains().stream()
                .filter(Domain::votes)
                .map(Domain::name)
                .toList();
    }

    /** What a run was before it became a file. */
    private record Written(double metres, double elapsedSeconds, List<Lap> laps, int samples) {
        void assertReadAs(Recording read) {
            assertThat(read.summary().distanceMetres().orElseThrow()).isCloseTo(metres, within(0.1));
            assertThat(read.summary().elapsedSeconds()).isCloseTo(elapsedSeconds, within(0.1));
            assertThat(read.samples().size()).isEqualTo(samples);
            assertThat(read.laps()).hasSameSizeAs(laps);
            for (int i = 0; i < laps.size(); i++) {
                assertThat(read.laps().get(i).timerSeconds())
                        .isCloseTo(laps.get(i).timerSeconds(), within(0.01));
                assertThat(read.laps().get(i).intensity()).isEqualTo(laps.get(i).intensity());
                assertThat(read.laps().get(i).autoLap()).isEqualTo(laps.get(i).autoLap());
            }
        }
    }

    /** Remembers the runs and lets everything else go. */
    private record Remembering(List<Written> written) implements Recorder {
        @Override
        public void keep(WrittenActivity activity) {
            written.add(new Written(
                    activity.distanceMetres(),
                    activity.elapsedSeconds(),
                    activity.laps(),
                    activity.samples().size()));
        }

        @Override
        public void keep(LocalDate date, WrittenMonitoring monitoring) {}

        @Override
        public void keep(LocalDate date, WrittenHrvStatus night) {}

        @Override
        public void keep(LocalDate date, WrittenSleep sleep) {}

        @Override
        public void keepCheckIns(List<CheckIn> checkIns) {}
    }
}
