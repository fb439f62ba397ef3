package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.Fact;
import freshlegs.model.json.Json;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.streams.rule.Rules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Seasons with months and years between the runs: whatever came, was taken back, deleted and folded on the way, in the end all
 * is told that the oracle says of the same facts. {@code -Dfreshlegs.seasons=N} tries more.
 */
class SparseSeasonTest {
    private static final int SEASONS = Integer.getInteger("freshlegs.seasons", 120);
    private static final long SEED = Long.getLong("freshlegs.seed", 20261125);

    /** A book on shelves in memory, with what a reader of the compacted topics would see. */
    private static final class Told implements Results {
        private final Map<Topic<?>, SortedMap<String, String>> told = new TreeMap<>(Comparator.comparing(Topic::name));
        private final SeasonBook book = new SeasonBook(
                new TreeShelf(), new TreeShelf(), new TreeShelf(), new TreeShelf(), this, Rules.published());

        @Override
        public <V> void publish(Topic<V> topic, String key, V result) {
            told.computeIfAbsent(topic, t -> new TreeMap<>()).put(key, Json.writeText(result));
        }

        @Override
        public void retract(Topic<?> topic, String key) {
            told.computeIfAbsent(topic, t -> new TreeMap<>()).remove(key);
        }

        void take(Fact fact) {
            book.accept(RecordKey.of(fact), fact, false);
        }

        void delete(Fact fact) {
            book.delete(RecordKey.of(fact));
        }

        void turns(int many) {
            for (int turn = 0; turn < many; turn++) {
                book.turn(false);
            }
        }

        Map<Topic<?>, SortedMap<String, String>> settled() {
            turns(200);
            return told;
        }
    }

    @Test
    void what_is_told_in_the_end_depends_on_the_facts_alone() {
        for (int season = 0; season < SEASONS; season++) {
            check(SEED + season);
        }
    }

    private static void check(long seed) {
        Random random = new Random(seed);
        List<Fact> coming = new ArrayList<>(ASparseSeason.of(random));
        List<Fact> left = new ArrayList<>(coming);
        Collections.shuffle(coming, random);
        int pace = 2 + random.nextInt(14);
        Told inAnyOrder = new Told();
        List<Fact> doomed = new ArrayList<>();
        for (Fact fact : coming) {
            inAnyOrder.take(fact);
            if (random.nextInt(4) == 0) {
                doomed.add(fact);
            }
            passTime(inAnyOrder, random, pace);
            if (!doomed.isEmpty() && random.nextInt(4) == 0) {
                Fact gone = doomed.remove(random.nextInt(doomed.size()));
                inAnyOrder.delete(gone);
                passTime(inAnyOrder, random, pace);
                if (random.nextInt(3) == 0) {
                    inAnyOrder.take(gone);
                } else {
                    left.remove(gone);
                }
            }
        }

        assertThat(Oracle.of(left).differences(inAnyOrder.settled()))
                .as("what is told differently, seed %d", seed)
                .isEmpty();
    }

    private static void passTime(Told told, Random random, int pace) {
        if (random.nextInt(pace) == 0) {
            told.turns(random.nextInt(4) == 0 ? 30 : 1);
        }
    }
}
