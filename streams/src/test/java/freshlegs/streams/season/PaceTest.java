package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import freshlegs.streams.SomeFacts;
import freshlegs.streams.rule.Rules;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int DAYS = 600;

    /** It stands still unless something is done. */
    private long now;

    private final Pace pace = new Pace(() -> now);

    @Test
    void all_is_done_at_once_as_long_as_it_does_not_take_too_long() {
        take(Duration.ofMillis(960));

        assertThat(pace.of(200)).isEqualTo(200);
    }

    @Test
    void what_took_too_long_is_done_in_pieces_that_do_not() {
        take(Duration.ofSeconds(4));

        assertThat(pace.of(200)).isEqualTo(50);
    }

    @Test
    void pieces_grow_again_when_they_take_less_than_half_of_what_they_may() {
        take(Duration.ofSeconds(4));
        take(Duration.ofMillis(800));
        assertThat(pace.of(200)).isEqualTo(50);
        take(Duration.ofMillis(480));
        take(Duration.ofMillis(480));
        take(Duration.ofMillis(480));

        assertThat(pace.of(200)).isEqualTo(200);
    }

    @Test
    void something_is_always_done() {
        take(Duration.ofHours(1));

        assertThat(pace.of(200)).isEqualTo(25);
        assertThat(pace.of(1)).isEqualTo(1);
    }

    @Test
    void a_turn_is_over_when_its_time_is() {
        pace.beginTurn();
        take(Duration.ofMillis(999));
        assertThat(pace.isTurnOver()).isFalse();
        take(Duration.ofMillis(1));
        assertThat(pace.isTurnOver()).isTrue();
        pace.beginTurn();
        assertThat(pace.isTurnOver()).isFalse();
    }

    @Test
    void a_slow_machine_folds_in_short_turns_and_tells_the_same() {
        Told fast = new Told(Duration.ZERO);
        Told slow = new Told(Duration.ofMillis(80));
        List<Integer> fastTurns = fast.days();
        List<Integer> slowTurns = slow.days();

        assertThat(slow.told).isEqualTo(fast.told).hasSizeGreaterThan(DAYS);
        assertThat(fastTurns).contains(SeasonBook.DAYS_A_TURN);
        // Pieces are never smaller, and a turn with one of them is over.
        assertThat(slowTurns.subList(1, slowTurns.size())).allMatch(days -> days <= 25);
    }

    private void take(Duration time) {
        pace.doing(() -> {
            now += time.toNanos();
            return 0;
        });
    }

    /** A book on shelves in memory, on a machine that takes so long for each day. */
    private static final class Told implements Results {
        private final Map<String, Object> told = new TreeMap<>();
        private final Duration aDay;
        private final SeasonBook book;
        private long now;
        private int days;

        private Told(Duration aDay) {
            this.aDay = aDay;
            book = new SeasonBook(
                    new TreeShelf(),
                    new TreeShelf(),
                    new TreeShelf(),
                    new TreeShelf(),
                    this,
                    Rules.published(),
                    FoldMeters.unseen(() -> now));
        }

        /** Folds a history; how many days each turn told of. */
        private List<Integer> days() {
            SomeFacts ann = SomeFacts.of("ann");
            for (int day = 0; day < DAYS; day += 2) {
                var run = ann.run(DAY.plusDays(day));
                book.accept(RecordKey.of(run), run, false);
            }
            List<Integer> turns = new ArrayList<>();
            for (int turn = 0; turn < DAYS; turn++) {
                days = 0;
                book.turn(false);
                turns.add(days);
            }
            turns.removeIf(each -> each == 0);
            return turns;
        }

        @Override
        public <V> void publish(Topic<V> topic, String key, V result) {
            told.put(topic.name() + " " + key, result);
            if (topic.equals(Topics.TREND)) {
                days++;
                now += aDay.toNanos();
            }
        }

        @Override
        public void retract(Topic<?> topic, String key) {
            told.remove(topic.name() + " " + key);
        }
    }
}
