package freshlegs.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.files.FileFacts;
import freshlegs.app.files.FileHistory;
import freshlegs.app.labelled.Cause;
import freshlegs.app.labelled.LabelledAthlete;
import freshlegs.app.simulate.RecordedSquad;
import freshlegs.app.world.World;
import freshlegs.model.Status;
import freshlegs.model.fact.Profile;
import freshlegs.model.result.Episode;
import freshlegs.streams.season.DayFacts;
import freshlegs.streams.season.SeasonDay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twenty athletes of the benchmark made both ways: their rows as facts, and their rows as watch files that are decoded and analysed.
 * What is measured and told is equal both ways, and so is all that is concluded from it. Load may differ by half a hundredth: a
 * second at the edge of a repeat, or of a window's share of the heart rates, belongs to one side. What rows do not hold
 * (decoupling, best efforts, recovery) is only in the files' trends.
 */
class BothWaysTest {
    private static final World WORLD = World.of(11);
    private static final int OF_EACH = 5;
    /** Of the overreached: about nine weeks before the onset and three from it on. */
    private static final int FIRST_DAY = 60;

    private static final int DAYS = 84;
    private static final double LOAD_SHARE = 0.005;
    private static final double LOAD = 0.2;

    private static List<Both> squad = List.of();

    /** One athlete's season from the rows and from the files. */
    private record Both(LabelledAthlete athlete, List<SeasonDay> rows, List<SeasonDay> files) {
        Stream<Pair> days() {
            return IntStream.range(0, rows.size()).mapToObj(i -> new Pair(rows.get(i), files.get(i)));
        }

        String name() {
            return athlete.person().athlete().value();
        }
    }

    /** One day both ways. */
    private record Pair(SeasonDay rows, SeasonDay files) {
        String told(Function<SeasonDay, Object> what) {
            return rows.athlete() + " " + rows.date() + ": " + what.apply(rows) + " by rows, " + what.apply(files)
                    + " by files";
        }
    }

    @BeforeAll
    static void make(@TempDir Path folder) {
        squad = Stream.concat(
                        IntStream.rangeClosed(1, OF_EACH).mapToObj(number -> WORLD.soundAthlete(number, DAYS)),
                        Stream.of(Cause.SEVERE, Cause.MODERATE, Cause.PARADOXICAL)
                                .flatMap(cause -> IntStream.rangeClosed(1, OF_EACH)
                                        .mapToObj(number -> lately(WORLD.overreachedAthlete(cause, number)))))
                .parallel()
                .map(athlete -> made(athlete, folder))
                .toList();
    }

    @Test
    void both_ways_cover_the_same_days() {
        assertThat(squad).hasSize(4 * OF_EACH).allSatisfy(both -> assertThat(both.files())
                .as(both.name())
                .extracting(SeasonDay::date)
                .isEqualTo(both.rows().stream().map(SeasonDay::date).toList()));
    }

    @Test
    void some_are_alarmed_and_the_alarms_are_the_same_both_ways() {
        assertThat(squad)
                .allSatisfy(
                        both -> assertThat(told(both.files())).as(both.name()).isEqualTo(told(both.rows())));
        assertThat(squad.stream().flatMap(both -> told(both.rows()).stream()))
                .anyMatch(told -> told.startsWith("FATIGUE"));
    }

    @Test
    void the_status_of_every_day_is_the_same_both_ways() {
        assertSame(BothWaysTest::status);
        assertThat(days().map(day -> status(day.rows()))).contains(Status.GREEN, Status.WATCH, Status.AMBER);
    }

    @Test
    void every_domain_stands_where_it_stands_the_other_way() {
        assertSame(day -> day.status().domains());
    }

    @Test
    void what_was_measured_at_rest_and_told_is_equal() {
        assertSame(day -> day.trend().recovery());
    }

    @Test
    void heart_rate_at_pace_and_efficiency_are_equal() {
        assertSame(day -> day.trend().running().heartRateAtPaceResidualBpm());
        assertSame(day -> day.trend().running().efficiency());
        assertSame(day -> day.trend().running().effort());
        assertSame(day -> day.trend().running().distance7dMetres());
    }

    @Test
    void load_is_nearly_equal_and_comes_from_the_same_things() {
        assertSame(day -> day.trend().training().loadBasis());
        assertClose(day -> day.trend().training().load());
        assertClose(day -> day.trend().training().load7d().value().orElse(0));
        assertClose(day -> day.trend().training().fitness());
        assertClose(day -> day.trend().training().fatigue());
    }

    private static void assertSame(Function<SeasonDay, Object> what) {
        assertThat(days().filter(day -> !what.apply(day.rows()).equals(what.apply(day.files())))
                        .map(day -> day.told(what)))
                .isEmpty();
    }

    private static void assertClose(ToDoubleFunction<SeasonDay> what) {
        assertThat(days().filter(day -> {
                            double rows = what.applyAsDouble(day.rows());
                            double files = what.applyAsDouble(day.files());
                            return Math.abs(files - rows) > LOAD + LOAD_SHARE * rows;
                        })
                        .map(day -> day.told(what::applyAsDouble)))
                .isEmpty();
    }

    private static Stream<Pair> days() {
        return squad.stream().flatMap(Both::days);
    }

    private static Status status(SeasonDay day) {
        return day.status().status();
    }

    private static List<String> told(List<SeasonDay> days) {
        return FileHistory.episodes(days).stream().map(BothWaysTest::told).toList();
    }

    private static String told(Episode episode) {
        return episode.cause() + " " + episode.steps() + " from " + episode.firstDay()
                + (episode.open() ? "" : " to " + episode.lastDay());
    }

    private static Both made(LabelledAthlete athlete, Path folder) {
        List<DayFacts> rows = RowFacts.of(athlete);
        try {
            RecordedSquad.write(athlete, folder);
            FileFacts files = new FileFacts(
                    athlete.person().athlete(), athlete.person().zone(), Instant.parse("2026-11-25T00:00:00Z"));
            for (Profile profile : rows.get(0).profiles()) {
                files.tell(profile);
            }
            Path own = folder.resolve(athlete.person().athlete().value());
            return new Both(
                    athlete,
                    FileHistory.fold(rows),
                    FileHistory.of(own.toString(), List.of(own), files).days());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LabelledAthlete lately(LabelledAthlete whole) {
        LocalDate first = World.FIRST_DAY.plusDays(FIRST_DAY);
        LocalDate end = first.plusDays(DAYS);
        return new LabelledAthlete(
                whole.person(),
                whole.nights().stream()
                        .filter(row -> isWithin(row.date(), first, end))
                        .toList(),
                whole.answers().stream()
                        .filter(row -> isWithin(row.date(), first, end))
                        .toList(),
                whole.runs().stream()
                        .filter(row -> isWithin(row.start().toLocalDate(), first, end))
                        .toList(),
                whole.labels(),
                whole.newWatch());
    }

    private static boolean isWithin(LocalDate date, LocalDate first, LocalDate end) {
        return !date.isBefore(first) && date.isBefore(end);
    }
}
