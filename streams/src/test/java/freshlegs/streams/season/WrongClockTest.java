package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.Fact;
import freshlegs.model.fact.Reading;
import freshlegs.model.topic.Topic;
import freshlegs.streams.Differences;
import freshlegs.streams.SomeFacts;
import freshlegs.streams.TestedTopology;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks that are wrong, of watches and of machines. */
class WrongClockTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    /** Everything a watch says that believes it is another time. */
    private static List<Fact> wrong(SomeFacts athlete, Duration ahead) {
        List<Fact> facts = new ArrayList<>();
        for (int day = 0; day < 30; day++) {
            Instant synced = SomeFacts.nextNoon(DAY.plusDays(day));
            Instant believed = synced.plus(ahead);
            LocalDate date = LocalDate.ofInstant(believed, ZoneOffset.UTC);
            facts.add(ARun.of(athlete.athlete(), date)
                    .startedAt(believed)
                    .takenInAt(synced)
                    .session());
            facts.add(new Reading.RestingHeartRate(athlete.athlete(), date, "r", synced, believed, "watch-1", 50));
            facts.add(athlete.closed(date));
        }
        return facts;
    }

    private static Map<Topic<?>, SortedMap<String, String>> without(
            String athlete, Map<Topic<?>, SortedMap<String, String>> told) {
        Map<Topic<?>, SortedMap<String, String>> others = new TreeMap<>(Comparator.comparing(Topic::name));
        told.forEach((topic, messages) -> {
            SortedMap<String, String> rest = new TreeMap<>(messages);
            rest.keySet().removeIf(key -> key.startsWith(athlete + "/"));
            others.put(topic, rest);
        });
        return others;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2036-02-07T06:28:16Z", "1989-12-31T00:00:00Z", "2026-03-04T13:00:00Z", "1970-01-01T00:00:00Z"})
    void of_some_athletes_one_is_dated_wrong_and_the_others_are_told_the_same_as_without(String believed) {
        Random random = new Random(believed.hashCode());
        List<Fact> others = new ArrayList<>();
        for (String name : List.of("ann", "bob", "cat")) {
            others.addAll(ASeason.of(name, random));
        }
        Duration ahead = Duration.between(SomeFacts.nextNoon(DAY), Instant.parse(believed));
        List<Fact> wrong = wrong(SomeFacts.of("bo"), ahead);
        List<Fact> all = new ArrayList<>(others);
        all.addAll(wrong);
        Collections.shuffle(all, random);
        try (TestedTopology with = TestedTopology.start();
                TestedTopology without = TestedTopology.start()) {
            for (Fact fact : all) {
                with.take(fact);
                if (random.nextInt(20) == 0) {
                    with.turn();
                }
            }
            without.take(others).settle();

            assertThat(Differences.between(without("bo", with.settle().all()), without.all()))
                    .isEmpty();
            assertThat(Oracle.of(all).differences(with.all())).isEmpty();
        }
    }

    @Test
    void a_machine_whose_clock_steps_an_hour_tells_the_same() {
        List<Fact> facts = ASeason.of("ann", new Random(7));
        Instant now = SomeFacts.nextNoon(DAY);
        try (TestedTopology topology = TestedTopology.startAt(now)) {
            topology.take(facts.subList(0, facts.size() / 3)).turn();
            topology.passTime(Duration.ofHours(1)).take(facts.subList(facts.size() / 3, facts.size() / 2));
            try (TestedTopology back = topology.turn().crash(now.minus(Duration.ofHours(1)))) {
                back.take(facts.subList(facts.size() / 2, facts.size())).settle();
                assertThat(Oracle.of(facts).differences(back.all())).isEmpty();
            }
        }
    }
}
