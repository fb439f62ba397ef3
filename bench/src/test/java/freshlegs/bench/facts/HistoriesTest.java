package freshlegs.bench.facts;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactKind;
import freshlegs.model.json.Json;
import freshlegs.model.topic.RecordKey;
import freshlegs.streams.session.SessionAnalysis;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoriesTest {
    private final Histories three = Histories.years(7, 3);

    @Test
    void an_athlete_year_is_250_sessions_three_readings_a_day_and_300_check_ins() {
        Map<FactKind, Integer> counts = new EnumMap<>(FactKind.class);
        Histories.years(7, 1).forEach(Order.CHRONOLOGICAL, fact -> counts.merge(fact.kind(), 1, Integer::sum));
        assertThat(counts)
                .containsEntry(FactKind.SESSION, 250)
                .containsEntry(FactKind.RESTING_HEART_RATE, 365)
                .containsEntry(FactKind.HRV, 365)
                .containsEntry(FactKind.SLEEP, 365)
                .containsEntry(FactKind.PROFILE, 1);
        assertThat(counts.getOrDefault(FactKind.MORNING_CHECKIN, 0) + counts.getOrDefault(FactKind.RUN_CHECKIN, 0))
                .isEqualTo(300);
    }

    @Test
    void ten_years_hold_2500_sessions_and_3000_check_ins() {
        assertThat(new Histories(7, 1, 3650).facts()).isEqualTo(1 + 3 * 3650 + 2500 + 3000);
    }

    @Test
    void as_many_facts_come_as_were_promised() {
        assertThat(facts(three, Order.CHRONOLOGICAL)).hasSize(three.facts());
    }

    @Test
    void the_same_seed_gives_the_same_facts_and_another_one_others() {
        List<String> once = facts(three, Order.CHRONOLOGICAL);
        assertThat(facts(Histories.years(7, 3), Order.CHRONOLOGICAL)).isEqualTo(once);
        assertThat(facts(Histories.years(8, 3), Order.CHRONOLOGICAL)).isNotEqualTo(once);
    }

    @Test
    void every_order_has_the_same_facts() {
        List<String> chronological = facts(three, Order.CHRONOLOGICAL);
        List<String> reversed = new ArrayList<>(facts(three, Order.REVERSED));
        List<String> shuffled = facts(three, Order.SHUFFLED);
        assertThat(shuffled).isNotEqualTo(chronological).containsExactlyInAnyOrderElementsOf(chronological);
        Collections.reverse(reversed);
        assertThat(reversed).isEqualTo(chronological);
    }

    @Test
    void chronological_order_never_goes_back_a_day() {
        List<Fact> all = new ArrayList<>();
        three.forEach(Order.CHRONOLOGICAL, all::add);
        List<Fact> dated =
                all.stream().filter(fact -> fact.kind() != FactKind.PROFILE).toList();
        assertThat(dated).isSortedAccordingTo(Comparator.comparing(Fact::localDate));
    }

    @Test
    void every_key_stands_for_one_fact() {
        List<String> keys = new ArrayList<>();
        three.forEach(Order.SHUFFLED, fact -> keys.add(RecordKey.of(fact)));
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void a_session_is_about_as_large_as_what_the_analysis_of_a_recording_gives() {
        int real = Json.write(SessionAnalysis.of(SyntheticRecording.ofAnHour(7))).length;
        List<Integer> sizes = new ArrayList<>();
        Histories.years(7, 1).forEach(Order.CHRONOLOGICAL, fact -> {
            if (fact.kind() == FactKind.SESSION) {
                sizes.add(Json.write(fact).length);
            }
        });
        assertThat(sizes.stream().mapToInt(Integer::intValue).average().orElse(0))
                .isBetween(0.6 * real, 1.2 * real);
    }

    private static List<String> facts(Histories histories, Order order) {
        List<String> all = new ArrayList<>();
        histories.forEach(order, fact -> all.add(new String(Json.write(fact), StandardCharsets.UTF_8)));
        return all;
    }
}
