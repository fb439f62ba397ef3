package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import freshlegs.model.compact.Compact;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Fact;
import freshlegs.model.json.Json;
import freshlegs.model.result.ActivityAnalysis;
import freshlegs.model.result.Episode;
import freshlegs.model.result.StatusDay;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.streams.SomeFacts;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.RulesText;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** State that another program left behind: facts stay, days are folded anew, and in the end all is as if it had always been so. */
class UpgradeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final TreeShelf facts = new TreeShelf();
    private final TreeShelf days = new TreeShelf();
    private final TreeShelf touched = new TreeShelf();
    private final TreeShelf deliveries = new TreeShelf();
    private final Told told = new Told();
    private SortedMap<String, Object> expected = new TreeMap<>();
    private SortedMap<String, String> expectedDays = new TreeMap<>();

    /** What a reader of the compacted topics would see. */
    private static final class Told implements Results {
        private final SortedMap<String, Object> told = new TreeMap<>();

        @Override
        public <V> void publish(Topic<V> topic, String key, V result) {
            told.put(topic.name() + " " + key, result);
        }

        @Override
        public void retract(Topic<?> topic, String key) {
            told.remove(topic.name() + " " + key);
        }
    }

    @BeforeEach
    void fold() {
        SeasonBook book = open();
        someFacts().forEach(fact -> book.accept(RecordKey.of(fact), fact, false));
        settle(book);
        expected = new TreeMap<>(told.told);
        expectedDays = readable(days);
        assertThat(expected).hasSizeGreaterThan(900);
    }

    @Test
    void days_folded_by_other_formulas_are_folded_anew() {
        days.put("~formulas", "0".getBytes(StandardCharsets.UTF_8));
        days.startingWith("ann/2026").forEach((key, bytes) -> days.put(key, otherEdition(bytes)));
        told.told.replaceAll((key, result) -> key.contains(" ann/2026") && !key.startsWith("plan") ? "of old" : result);

        settle(open());

        assertThat(told.told).isEqualTo(expected);
        assertThat(readable(days)).isEqualTo(expectedDays);
    }

    @Test
    void days_folded_by_other_thresholds_are_folded_anew_and_so_are_they_when_those_are_taken_back() {
        Rules strict = RulesText.read("chart.daily-flag = 2.5", "strict");

        settle(new SeasonBook(facts, days, touched, deliveries, told, strict));

        assertThat(told.told).isNotEqualTo(expected);
        assertThat(statuses()).hasSizeGreaterThan(400).allSatisfy(day -> assertThat(day.ruleSet())
                .isEqualTo(strict.version()));

        settle(open());

        assertThat(told.told).isEqualTo(expected);
        assertThat(statuses())
                .allSatisfy(day -> assertThat(day.ruleSet()).isEqualTo("1"))
                .anyMatch(day -> day.rules().contains("illness.symptoms/1"));
    }

    private List<StatusDay> statuses() {
        return told.told.values().stream()
                .filter(StatusDay.class::isInstance)
                .map(StatusDay.class::cast)
                .toList();
    }

    @Test
    void a_turn_of_the_same_program_tells_nothing_anew() {
        told.told.clear();

        settle(open());

        assertThat(told.told).isEmpty();
    }

    @Test
    void an_episode_that_other_formulas_saw_is_taken_back() {
        String key = "fatigue.2026-04-01";
        days.put("~formulas", "0".getBytes(StandardCharsets.UTF_8));
        days.put("ann/episode/" + key, Json.write(anEpisode()));
        told.told.put("fatigue.episode.v1 ann/" + key, "an episode");

        settle(open());

        assertThat(told.told).isEqualTo(expected);
    }

    @Test
    void facts_that_were_kept_in_json_are_read() {
        FactCodec codec = new FactCodec(facts);
        facts.startingWith("ann/")
                .forEach((key, bytes) ->
                        facts.put(key, Json.write(codec.read(FactKey.parse(key).kind(), bytes))));
        days.put("~formulas", "0".getBytes(StandardCharsets.UTF_8));
        days.startingWith("ann/2026").forEach((key, bytes) -> days.put(key, "{}".getBytes(StandardCharsets.UTF_8)));

        settle(open());

        assertThat(told.told).isEqualTo(expected);
    }

    @Test
    void an_activity_that_was_kept_with_a_hash_is_read_and_not_told_again() {
        record WithHash(String key, String digest, Optional<ActivityAnalysis> analysis) {}
        Compact<WithHash> before = Compact.of(WithHash.class);
        Compact<ToldActivity> now = Compact.of(ToldActivity.class);

        List<ToldActivity> activities = ToldActivity.of(expected.values().stream()
                .filter(ActivityAnalysis.class::isInstance)
                .map(ActivityAnalysis.class::cast)
                .toList());

        assertThat(activities).hasSizeGreaterThan(100).allSatisfy(told -> {
            byte[] kept = before.write(new WithHash(told.key(), "0123456789abcdef", Optional.of(told.analysis())));
            assertThat(now.read(kept, before.layout())).isEqualTo(told);
        });
    }

    private static Episode anEpisode() {
        LocalDate day = LocalDate.of(2026, 4, 1);
        return new Episode(
                AthleteId.of("ann"),
                Episode.Cause.FATIGUE,
                day,
                day,
                false,
                Status.AMBER,
                "as others saw it",
                true,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                Episode.Confidence.UNTOLD,
                "",
                List.of(),
                "",
                List.of(),
                "1");
    }

    private SeasonBook open() {
        return new SeasonBook(facts, days, touched, deliveries, told, Rules.published());
    }

    private static void settle(SeasonBook book) {
        for (int turn = 0; turn < 100; turn++) {
            book.turn(false);
        }
    }

    private static List<Fact> someFacts() {
        List<Fact> all = new ArrayList<>();
        for (SomeFacts athlete : List.of(SomeFacts.of("ann"), SomeFacts.of("ann-2"), SomeFacts.of("ann0"))) {
            for (int day = 0; day < 150; day++) {
                LocalDate date = DAY.plusDays(day);
                all.add(day % 3 == 0 ? athlete.run(date) : athlete.restingHeartRate(date, 48 + day % 5, 6));
                all.add(athlete.morning(
                        date, day > 100 && day < 110 ? 7 : 2, day == 50 ? Set.of(CheckIn.Symptom.FEVER) : Set.of()));
            }
        }
        return all;
    }

    private static byte[] otherEdition(byte[] bytes) {
        byte[] other = bytes.clone();
        other[1] ^= 1;
        return other;
    }

    private static SortedMap<String, String> readable(Shelf shelf) {
        SortedMap<String, String> items = new TreeMap<>();
        shelf.startingWith("").forEach((key, bytes) -> items.put(key, new String(bytes, StandardCharsets.ISO_8859_1)));
        return items;
    }
}
