package freshlegs.streams.season;

import freshlegs.model.fact.Fact;
import freshlegs.model.result.Refold;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.streams.rule.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Hands facts to the {@link SeasonBook} and its results on; the wall clock says only when it is time to fold. There are no turns while
 * nobody waits, since after each of them Kafka Streams commits, even where it did nothing.
 */
final class SeasonProcessor implements Processor<String, Object, String, Result>, Results {
    /** Short, since a fact that comes alone waits for it. */
    static final Duration TURN = Duration.ofMillis(20);

    private static final String FACTS = "facts";
    private static final String DAYS = "days";
    private static final String TOUCHED = "touched";
    private static final String DELIVERIES = "deliveries";

    private final Backlog backlog;
    private final Rules rules;
    private final FoldMeters meters;
    private @Nullable ProcessorContext<String, Result> context;
    private @Nullable SeasonBook book;
    private @Nullable Cancellable turns;
    private long now;

    private SeasonProcessor(Backlog backlog, Rules rules, FoldMeters meters) {
        this.meters = meters;
        this.backlog = backlog;
        this.rules = rules;
    }

    static ProcessorSupplier<String, Object, String, Result> supplier(Rules rules, FoldMeters meters) {
        Backlog backlog = new Backlog();
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, Object, String, Result> get() {
                return new SeasonProcessor(backlog, rules, meters);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Stream.of(FACTS, DAYS, TOUCHED, DELIVERIES)
                        .map(SeasonProcessor::store)
                        .collect(Collectors.toSet());
            }
        };
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
    }

    @Override
    public void init(ProcessorContext<String, Result> started) {
        context = started;
        book = new SeasonBook(shelf(FACTS), shelf(DAYS), shelf(TOUCHED), shelf(DELIVERIES), this, rules, meters);
        endTurns();
        takeTurns();
    }

    private void takeTurns() {
        if (turns == null) {
            turns = Objects.requireNonNull(context).schedule(TURN, PunctuationType.WALL_CLOCK_TIME, this::turn);
        }
    }

    @Override
    public void process(Record<String, Object> message) {
        @Nullable String key = message.key();
        if (key == null) {
            throw new IllegalArgumentException("a fact without a key");
        }
        takeTurns();
        @Nullable Object said = message.value();
        if (said instanceof Fact fact) {
            long read = Objects.requireNonNull(context).currentSystemTimeMs();
            book().accept(key, fact, backlog.read(message.timestamp(), read));
        } else if (said instanceof Refold request) {
            refold(key, request);
        } else if (!RecordKey.rest(key).equals(List.of(Refold.KEY))) {
            book().delete(key);
        }
    }

    @Override
    public void close() {
        if (book != null) {
            book.close();
        }
    }

    private void refold(String key, Refold request) {
        if (!RecordKey.of(request.athlete(), Refold.KEY).equals(key)) {
            throw new IllegalArgumentException("the request's key is not its own");
        }
        book().refold(request);
    }

    private void turn(long timestamp) {
        now = timestamp;
        book().turn(backlog.isBeingRead(timestamp));
        if (book().isAtRest()) {
            endTurns();
        }
    }

    /** Those too that were begun before Kafka Streams closed and began this once more, as after it lost a transaction. */
    private void endTurns() {
        if (turns != null) {
            turns.cancel();
            turns = null;
        }
    }

    @Override
    public <V> void publish(Topic<V> topic, String key, V result) {
        forward(key, new Result(topic, Optional.of(result)));
    }

    @Override
    public void retract(Topic<?> topic, String key) {
        forward(key, new Result(topic, Optional.empty()));
    }

    private void forward(String key, Result result) {
        Objects.requireNonNull(context).forward(new Record<>(key, result, now));
    }

    private SeasonBook book() {
        return Objects.requireNonNull(book);
    }

    private Shelf shelf(String name) {
        return new StoreShelf(Objects.requireNonNull(context).getStateStore(name));
    }

    /** A shelf on a store of Kafka Streams. */
    private record StoreShelf(KeyValueStore<String, byte[]> store) implements Shelf {
        private static final String BEHIND_ALL = "\uFFFF";

        @Override
        public Optional<byte[]> get(String key) {
            return Optional.ofNullable(store.get(key));
        }

        @Override
        public void put(String key, byte[] bytes) {
            store.put(key, bytes);
        }

        @Override
        public void remove(String key) {
            store.delete(key);
        }

        @Override
        public SortedMap<String, byte[]> startingWith(String prefix) {
            return between(prefix, prefix + BEHIND_ALL);
        }

        @Override
        public SortedMap<String, byte[]> between(String first, String end) {
            SortedMap<String, byte[]> items = new TreeMap<>();
            try (KeyValueIterator<String, byte[]> range = store.range(first, end)) {
                while (range.hasNext()) {
                    KeyValue<String, byte[]> next = range.next();
                    if (!next.key.equals(end)) {
                        items.put(next.key, next.value);
                    }
                }
            }
            return items;
        }

        @Override
        public Optional<String> firstKey(String first, String end, Predicate<String> test) {
            try (KeyValueIterator<String, byte[]> range = store.range(first, end)) {
                return firstOf(range, end, test);
            }
        }

        @Override
        public Optional<String> lastKey(String first, String end, Predicate<String> test) {
            try (KeyValueIterator<String, byte[]> range = store.reverseRange(first, end)) {
                return firstOf(range, end, test);
            }
        }

        private static Optional<String> firstOf(
                KeyValueIterator<String, byte[]> range, String end, Predicate<String> test) {
            while (range.hasNext()) {
                String key = range.next().key;
                if (!key.equals(end) && test.test(key)) {
                    return Optional.of(key);
                }
            }
            return Optional.empty();
        }
    }
}
