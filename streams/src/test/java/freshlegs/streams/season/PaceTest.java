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
    void it_begins_small_and_does_all_at_once_as_long_as_that_does_not_take_too_long() {
        assertThat(pace.of(200)).isEqualTo(25);

        grow();
        take(Duration.ofMillis(480));

        assertThat(pace.of(200)).isEqualTo(200);
    }

    @Test
    void what_took_too_long_is_done_in_pieces_that_do_not() {
        grow();
        take(Duration.ofSeconds(2));

        assertThat(pace.of(200)).isEqualTo(50);
    }

    @Test
    void pieces_grow_again_when_they_take_less_than_half_of_what_they_may() {
        take(Duration.ofMillis(400));
        assertThat(pace.of(200)).isEqualTo(25);
        take(Duration.ofMillis(240));
        assertThat(pace.of(200)).isEqualTo(50);
        grow();

        assertThat(pace.of(200)).isEqualTo(200);
    }

    @Test
    void a_piece_of_which_there_was_little_says_nothing_of_a_whole_one() {
        pace.doing(25, () -> 1);

        assertThat(pace.of(200)).isEqualTo(25);
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
        take(Duration.ofMillis(499));
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
        assertThat(slowTurns).allMatch(days -> days <= 25);
    }

    private void take(Duration time) {
        pace.doing(1, () -> {
            now += time.toNanos();
            return 1;
        });
    }

    private void grow() {
        for (int piece = 0; piece < 3; piece++) {
            take(Duration.ofMillis(1));
        }
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
