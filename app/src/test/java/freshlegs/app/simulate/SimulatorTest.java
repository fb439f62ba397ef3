package freshlegs.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.AthleteId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 1);
    private static final Simulation SQUAD = new Simulation(11, 6, 63, LAST_DAY);

    private static final Map<String, WrittenSquad> seasons = new HashMap<>();

    private static Path folder;

    private static List<Label> labels;

    @BeforeAll
    static void simulate(@TempDir Path created) throws IOException {
        folder = created;
        labels = Simulator.write(SQUAD, folder.resolve("squad"));
    }

    @Test
    void the_same_settings_give_the_same_bytes() throws IOException {
        Simulator.write(new Simulation(11, 1, 63, LAST_DAY), folder.resolve("again"));

        Map<String, String> again = WrittenSquad.hashes(folder.resolve("again"));
        assertThat(again).hasSizeGreaterThan(200);
        again.remove("athletes.csv");
        again.remove("labels.csv");
        assertThat(WrittenSquad.hashes(folder.resolve("squad"))).containsAllEntriesOf(again);
    }

    @Test
    void another_seed_gives_another_squad() throws IOException {
        Simulator.write(new Simulation(12, 1, 14, LAST_DAY), folder.resolve("other"));

        assertThat(Files.readString(folder.resolve("other/athletes.csv")))
                .isNotEqualTo(Files.readString(folder.resolve("squad/athletes.csv"))
                        .lines()
                        .limit(2)
                        .reduce("", (rows, row) -> rows + row + "\n"));
    }

    @Test
    void the_labels_tell_each_story_with_its_days() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("squad/labels.csv")))
                .containsExactly(
                        "athlete,label,first_day,last_day",
                        "anna,SOUND,,",
                        "ben,OVERREACHED,2026-02-16,2026-03-01",
                        "clara,PARADOXICAL,2026-02-16,2026-03-01",
                        "david,ILL,2026-02-25,2026-03-01",
                        "elif,NO_SENSORS,,",
                        "finn,AWAY,2026-02-06,2026-02-19");
        assertThat(labels).extracting(Label::athlete).startsWith(AthleteId.of("anna"), AthleteId.of("ben"));
    }

    @Test
    void a_larger_squad_is_mostly_sound() {
        List<Label> many = Squad.of(new Simulation(1, 40, 14, LAST_DAY)).labels(LAST_DAY);

        assertThat(many).filteredOn(label -> label.story() == Story.SOUND).hasSizeGreaterThan(20);
        assertThat(many.get(12).story()).isEqualTo(Story.SOUND);
        assertThat(many.get(13).story()).isEqualTo(Story.OVERREACHED);
        assertThat(many.get(39).athlete()).isEqualTo(AthleteId.of("runner-040"));
        assertThat(many).extracting(Label::athlete).doesNotHaveDuplicates();
    }

    @Test
    void a_season_has_the_same_shape_whatever_its_last_day() throws IOException {
        LocalDate other = LocalDate.of(2027, 11, 18);
        Simulator.write(new Simulation(11, 2, 28, LAST_DAY), folder.resolve("here"));
        Simulator.write(new Simulation(11, 2, 28, other), folder.resolve("there"));

        WrittenSquad here = WrittenSquad.of(folder.resolve("here"), "ben", LAST_DAY, name -> true);
        WrittenSquad there = WrittenSquad.of(folder.resolve("there"), "ben", other, name -> true);
        assertThat(here.runs()).hasSizeGreaterThan(12);
        assertThat(there).isEqualTo(here);
    }

    @Test
    void everybody_runs_four_to_six_times_a_week_with_one_structured_session() throws IOException {
        for (String athlete : List.of("ben", "elif")) {
            WrittenSquad season = season(athlete);
            assertThat(season.runs().size() / 9.0).isBetween(4.0, 6.0);
            assertThat(season.runs().values().stream().filter(WrittenSquad.Run::isStructured))
                    .hasSize(9);
            assertThat(season.runs().values())
                    .allSatisfy(run -> assertThat(run.timerSeconds()).isBetween(1200.0, 6000.0));
        }
    }

    @Test
    void summaries_agree_with_samples_and_laps() throws IOException {
        WrittenSquad season = season("ben");

        assertThat(season.runs().values()).allSatisfy(run -> {
            assertThat(run.lastSampleMetres()).isCloseTo(run.metres(), within(6.0));
            assertThat(run.lapMetres()).isCloseTo(run.metres(), within(0.5));
            assertThat(run.lapTimerSeconds()).isCloseTo(run.timerSeconds(), within(0.5));
            assertThat((double) run.samples()).isCloseTo(run.timerSeconds(), within(2.0));
            assertThat(run.meanBpm()).isCloseTo(run.samplesMeanBpm(), within(0.51));
        });
    }

    @Test
    void overload_raises_resting_heart_rate_and_lowers_variability() throws IOException {
        WrittenSquad season = season("ben");

        assertThat(shift(season.restingBpm())).isGreaterThan(1);
        assertThat(shift(season.rmssdMilliseconds())).isLessThan(-0.7);
    }

    @Test
    void paradoxical_overload_lowers_resting_heart_rate_and_raises_variability() throws IOException {
        WrittenSquad season = nights("clara");

        assertThat(shift(season.restingBpm())).isLessThan(-0.5);
        assertThat(shift(season.rmssdMilliseconds())).isGreaterThan(0.5);
    }

    @Test
    void both_overloads_feel_worse_and_run_slower() throws IOException {
        for (String athlete : List.of("ben", "clara")) {
            List<String> mornings = rows(athlete, row -> row.split(",", -1)[1].isEmpty());
            double before = fatigue(mornings, LAST_DAY.minusDays(60), LAST_DAY.minusDays(20));
            double at = fatigue(mornings, LAST_DAY.minusDays(9), LAST_DAY);
            assertThat(at - before).isGreaterThan(0.5);
        }
    }

    @Test
    void the_ill_report_fever_and_do_not_run() throws IOException {
        List<String> feverish = rows("david", row -> row.contains("fever"));

        assertThat(feverish)
                .extracting(row -> row.substring(0, 10))
                .containsExactly("2026-02-25", "2026-02-26", "2026-02-27", "2026-02-28", "2026-03-01");
        assertThat(namesOf("david"))
                .noneMatch(name -> name.compareTo("2026-02-25") > 0 && name.startsWith("2026"))
                .anyMatch(name -> name.startsWith("2026-02-2"));
    }

    @Test
    void without_sensors_there_are_only_runs_without_heart_rate() throws IOException {
        WrittenSquad season = season("elif");

        assertThat(season.runs().values()).isNotEmpty().allSatisfy(run -> assertThat(run.meanBpm())
                .isZero());
        assertThat(season.restingBpm()).isEmpty();
        assertThat(folder.resolve("squad/elif/checkins.csv")).doesNotExist();
    }

    @Test
    void who_is_away_leaves_two_weeks_without_any_file() throws IOException {
        WrittenSquad season = nights("finn");

        assertThat(season.restingBpm().keySet())
                .noneMatch(daysBefore -> daysBefore >= 10 && daysBefore <= 23)
                .anyMatch(daysBefore -> daysBefore < 10)
                .anyMatch(daysBefore -> daysBefore > 23);
        assertThat(namesOf("finn"))
                .noneMatch(name -> name.contains("2026-02-06") || name.contains("2026-02-19"))
                .anyMatch(name -> name.startsWith("2026-02-2"));
    }

    @Test
    void impossible_settings_are_refused() {
        assertThatThrownBy(() -> new Simulation(1, 0, 98, LAST_DAY)).hasMessageContaining("athletes");
        assertThatThrownBy(() -> new Simulation(1, 6, 3, LAST_DAY)).hasMessageContaining("days");
    }

    private static List<String> namesOf(String athlete) {
        return List.of(Objects.requireNonNull(
                folder.resolve("squad").resolve(athlete).toFile().list()));
    }

    private static WrittenSquad nights(String athlete) throws IOException {
        return WrittenSquad.of(folder.resolve("squad"), athlete, LAST_DAY, name -> !name.endsWith(".fit"));
    }

    private static WrittenSquad season(String athlete) throws IOException {
        if (!seasons.containsKey(athlete)) {
            seasons.put(athlete, WrittenSquad.of(folder.resolve("squad"), athlete, LAST_DAY, name -> true));
        }
        return seasons.get(athlete);
    }

    /** The last ten days against days 20 to 60 before, in standard deviations of the latter. */
    private static double shift(Map<Integer, Double> byDaysBefore) {
        var usual = byDaysBefore.entrySet().stream()
                .filter(day -> day.getKey() >= 20 && day.getKey() <= 60)
                .map(Map.Entry::getValue)
                .toList();
        double mean = mean(usual);
        double spread = Math.sqrt(usual.stream()
                .mapToDouble(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow());
        return (mean(byDaysBefore.entrySet().stream()
                                .filter(day -> day.getKey() < 10)
                                .map(Map.Entry::getValue)
                                .toList())
                        - mean)
                / spread;
    }

    private static double mean(List<Double> all) {
        return all.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double fatigue(List<String> mornings, LocalDate from, LocalDate to) {
        return mornings.stream()
                .filter(row -> row.compareTo(from.toString()) >= 0
                        && row.compareTo(to.plusDays(1).toString()) < 0)
                .mapToInt(row -> Integer.parseInt(row.split(",", -1)[4]))
                .average()
                .orElseThrow();
    }

    private static List<String> rows(String athlete, Predicate<String> which) throws IOException {
        return Files.readAllLines(folder.resolve("squad").resolve(athlete).resolve("checkins.csv")).stream()
                .skip(1)
                .filter(which)
                .toList();
    }
}
