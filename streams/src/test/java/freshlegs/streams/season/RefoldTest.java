package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Fact;
import freshlegs.model.json.Json;
import freshlegs.model.result.Refold;
import freshlegs.model.result.Refold.Stray;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import freshlegs.streams.TestedTopology;
import freshlegs.streams.rule.Rules;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody asks the season to tell all of an athlete's results anew. */
class RefoldTest {
    private static final Instant LATER = Instant.parse("2026-11-25T13:00:00Z");
    private static final String ZOE = "zoe";

    private final List<Fact> hers = new ArrayList<>(ASeason.of(ZOE, new Random(3)));
    private TestedTopology topology = TestedTopology.start();

    @BeforeEach
    void two_seasons() {
        topology.take(hers).take(ASeason.of("bea", new Random(4))).settle();
        topology.messages();
    }

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void every_result_of_hers_is_told_again_as_it_was_and_none_of_anybody_else() {
        Map<Topic<?>, SortedMap<String, String>> before = copy(topology.all());
        int told = before.values().stream()
                .mapToInt(byKey -> (int) byKey.keySet().stream()
                        .filter(key -> key.startsWith(ZOE + "/"))
                        .count())
                .sum();

        refold().settle();

        assertThat(topology.all()).isEqualTo(before);
        assertThat(topology.toldTwice()).hasSize(told).allMatch(each -> each.contains(" " + ZOE + "/"));
        topology.messages();
        topology.take(hers).settle();
        assertThat(topology.messages()).isZero();
    }

    @Test
    void days_that_were_folded_wrongly_or_are_damaged_come_out_as_the_facts_say_even_when_it_is_interrupted() {
        Map<Topic<?>, SortedMap<String, String>> before = copy(topology.all());
        Random random = new Random(5);
        topology.spoil("days", ZOE + "/20", bytes -> random.nextInt(3) == 0 ? new byte[] {1} : cut(bytes))
                .spoil("days", ZOE + "/episode/", bytes -> "{not json".getBytes(StandardCharsets.UTF_8));
        topology = topology.crash(LATER);

        refold().turn();
        topology = topology.crash(LATER.plusSeconds(60));
        topology.settle();

        assertThat(topology.all()).isEqualTo(before);
        assertThat(topology.storedKeys()).noneMatch(key -> key.startsWith("touched"));
    }

    @Test
    void strays_are_taken_back_unless_they_are_told() {
        Map<Topic<?>, SortedMap<String, String>> before = copy(topology.all());
        List<Stray> strays = new ArrayList<>();
        before.forEach((topic, byKey) -> byKey.keySet().stream()
                .filter(key -> key.startsWith(ZOE + "/"))
                .forEach(key -> strays.add(new Stray(topic.name(), key))));
        strays.add(new Stray(Topics.TREND.name(), "zoe/1999-01-01"));
        strays.add(new Stray(Topics.REVIEW.name(), "zoe/no week"));
        strays.add(new Stray(Topics.EPISODE.name(), "zoe/fatigue.1999-01-01"));
        strays.add(new Stray("no.topic.v1", "zoe/1"));

        refold(strays.toArray(Stray[]::new)).settle();

        assertThat(topology.all()).isEqualTo(before);
        assertThat(topology.toldTwice())
                .filteredOn(each -> each.endsWith(": null"))
                .containsExactlyInAnyOrder(
                        "training.trend.v1 zoe/1999-01-01: null",
                        "training.review.v1 zoe/no week: null",
                        "fatigue.episode.v1 zoe/fatigue.1999-01-01: null");
    }

    @Test
    void a_request_that_is_not_its_keys_own_is_a_dead_letter_and_one_that_is_gone_does_nothing() {
        byte[] request = Json.write(new Refold(AthleteId.of(ZOE), LATER, "a doubt", List.of()));

        topology.raw(Topics.REFOLD, "bea/refold", Optional.of(request))
                .raw(Topics.REFOLD, ZOE, Optional.of(request))
                .raw(Topics.REFOLD, ZOE + "/refold", Optional.empty())
                .settle();

        assertThat(topology.deadLetters()).hasSize(2);
        assertThat(topology.messages()).isZero();
    }

    @Test
    void a_replay_in_memory_gives_the_same_bytes() {
        Map<String, Fact> facts = new TreeMap<>();
        hers.forEach(fact -> facts.put(RecordKey.of(fact), fact));

        Map<String, Map<String, String>> replayed = new HashMap<>();
        Replay.results(facts, Rules.published()).forEach((topic, byKey) -> {
            if (!byKey.isEmpty()) {
                replayed.put(topic, new TreeMap<>());
                byKey.forEach((key, bytes) -> replayed.get(topic).put(key, new String(bytes, StandardCharsets.UTF_8)));
            }
        });

        Map<String, Map<String, String>> told = new HashMap<>();
        topology.all().forEach((topic, byKey) -> {
            Map<String, String> own = byKey.entrySet().stream()
                    .filter(each -> each.getKey().startsWith(ZOE + "/"))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            if (!own.isEmpty()) {
                told.put(topic.name(), own);
            }
        });
        assertThat(replayed).isEqualTo(told);
    }

    private TestedTopology refold(Stray... strays) {
        Refold request = new Refold(AthleteId.of(ZOE), LATER, "a doubt", List.of(strays));
        return topology.raw(
                Topics.REFOLD, RecordKey.of(request.athlete(), Refold.KEY), Optional.of(Json.write(request)));
    }

    private static byte[] cut(byte[] bytes) {
        return Arrays.copyOf(bytes, Math.max(6, bytes.length / 2));
    }

    private static Map<Topic<?>, SortedMap<String, String>> copy(Map<Topic<?>, SortedMap<String, String>> all) {
        Map<Topic<?>, SortedMap<String, String>> copy = new HashMap<>();
        all.forEach((topic, byKey) -> copy.put(topic, new TreeMap<>(byKey)));
        return copy;
    }
}
