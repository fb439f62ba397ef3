package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.Session;
import freshlegs.model.json.Json;
import freshlegs.model.result.TrendDay;
import freshlegs.streams.TestedTopology;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The oracle, seen disagreeing. */
class OracleTest {

    private static List<String> differences(List<Fact> told, List<Fact> known) {
        try (TestedTopology topology = TestedTopology.start()) {
            return Oracle.of(known).differences(topology.take(told).settle().all());
        }
    }

    @Test
    void one_fact_less_is_seen_and_named_with_athlete_day_and_field() {
        List<Fact> facts = ASeason.of("ann", new Random(1));
        Session gone = facts.stream()
                .filter(Session.class::isInstance)
                .map(Session.class::cast)
                .filter(Clocks::canBeRight)
                .reduce((one, other) -> other)
                .orElseThrow();
        List<Fact> known = new ArrayList<>(facts);
        known.remove(gone);

        assertThat(differences(facts, facts)).isEmpty();
        assertThat(differences(facts, known))
                .anyMatch(difference -> difference.matches("training\\.trend\\.v1 of ann " + gone.localDate()
                        + " (training|running) .*: .* instead of .*"));
    }

    @Test
    void every_fact_less_of_some_seasons_is_seen_or_changes_nothing() {
        for (int seed = 2; seed < 5; seed++) {
            List<Fact> facts = ASeason.of("ann", new Random(seed));
            Random random = new Random(seed);
            for (int i = 0; i < 5; i++) {
                List<Fact> known = new ArrayList<>(facts);
                Fact gone = known.remove(random.nextInt(known.size()));
                boolean same = Oracle.of(known).all().equals(Oracle.of(facts).all());
                assertThat(differences(facts, known).isEmpty())
                        .as("seed %d without %s", seed, gone.ref())
                        .isEqualTo(same);
            }
        }
    }

    @Test
    void an_error_in_a_trend_is_seen_by_its_definition_even_where_oracle_and_season_share_it() {
        List<DayFacts> days = ATrainingBlock.of(4).days(60).facts();
        List<TrendDay> sound =
                ATrainingBlock.fold(days).stream().map(SeasonDay::trend).toList();
        assertThat(TrendsByDefinition.disagreements(days, sound)).isEmpty();

        Set<String> seen = new TreeSet<>();
        for (String field : numbers(sound.get(50))) {
            List<TrendDay> wrong = new ArrayList<>(sound);
            wrong.set(50, moved(sound.get(50), field));
            if (TrendsByDefinition.disagreements(days, wrong).stream()
                    .anyMatch(sentence -> sentence.contains(" " + days.get(50).date() + " "))) {
                seen.add(field);
            }
        }

        Set<String> formulasOfOneDay = Set.of("/running/efficiency/value", "/running/heartRateAtPaceResidualBpm/value");
        Set<String> expected = new TreeSet<>(numbers(sound.get(50)));
        expected.removeAll(formulasOfOneDay);
        assertThat(seen).hasSizeGreaterThan(60).containsAll(expected);
    }

    /** The path of each number in a day's trend. */
    private static Set<String> numbers(TrendDay day) {
        Set<String> paths = new TreeSet<>();
        collect("", Json.MAPPER.valueToTree(day), paths);
        return paths;
    }

    private static void collect(String path, JsonNode node, Set<String> paths) {
        node.properties().forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), paths));
        if (node.isNumber()) {
            paths.add(path);
        }
    }

    private static TrendDay moved(TrendDay day, String path) {
        ObjectNode tree = Json.MAPPER.valueToTree(day);
        int last = path.lastIndexOf('/');
        ObjectNode holder = (ObjectNode) tree.at(path.substring(0, last));
        String field = path.substring(last + 1);
        if (holder.get(field).isInt()) {
            holder.put(field, holder.get(field).intValue() + 1);
        } else {
            holder.put(field, holder.get(field).doubleValue() * 1.05 + 0.2);
        }
        return Json.read(tree.toString(), TrendDay.class);
    }
}
