package freshlegs.streams;

import freshlegs.model.fact.Benchmark;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Clearance;
import freshlegs.model.fact.DayClosed;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.FileDecision;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.IssuedSession;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.fact.PlanTerms;
import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Retraction;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.WeekOrder;
import freshlegs.model.json.Json;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import freshlegs.streams.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The whole topology without a broker: facts go in, and what a compacted result topic would hold comes out. */
public final class TestedTopology implements AutoCloseable {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final Function<StreamsConfig, Topology> build;
    private final Path folder;
    private final TopologyTestDriver driver;
    private final Map<Topic<?>, SortedMap<String, String>> told = new TreeMap<>(Comparator.comparing(Topic::name));
    private final List<String> toldTwice = new ArrayList<>();
    private int messages;
    private boolean crashed;

    private TestedTopology(Function<StreamsConfig, Topology> build, Path folder, Instant now) {
        this.build = build;
        this.folder = folder;
        StreamsConfig config = StreamsProperties.of(StreamsSettings.alone(KafkaAddress.of("nowhere:9092"), folder));
        Properties properties = new Properties();
        config.originals().forEach((name, setting) -> properties.put(name, setting));
        driver = new TopologyTestDriver(build.apply(config), properties, now);
        Topics.results().forEach(topic -> told.put(topic, new TreeMap<>()));
    }

    public static TestedTopology start() {
        return startAt(NOW);
    }

    /** Somewhen by the wall clock, which must not matter. */
    public static TestedTopology startAt(Instant now) {
        return new TestedTopology(config -> FreshlegsTopology.build(config, Rules.published()), newFolder(), now);
    }

    /** Another topology, to see that what is promised of ours does not hold of every one. */
    static TestedTopology startPlanted(Function<StreamsConfig, Topology> build) {
        return new TestedTopology(build, newFolder(), NOW);
    }

    /**
     * Ends this process where it stands and starts another one by another clock. It finds the state on disk and what the results'
     * topics hold; what was in memory alone is lost.
     */
    public TestedTopology crash(Instant now) {
        collect();
        crashed = true;
        driver.getAllStateStores().values().forEach(StateStore::close);
        TestedTopology restarted = new TestedTopology(build, folder, now);
        restarted.told.putAll(told);
        restarted.toldTwice.addAll(toldTwice);
        return restarted;
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("streams");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public TestedTopology take(Fact... facts) {
        return take(List.of(facts));
    }

    public TestedTopology take(Collection<? extends Fact> facts) {
        facts.forEach(fact -> raw(topicOf(fact), RecordKey.of(fact), Optional.of(Json.write(fact))));
        return this;
    }

    public TestedTopology delete(Fact fact) {
        raw(topicOf(fact), RecordKey.of(fact), Optional.empty());
        return this;
    }

    public TestedTopology raw(Topic<?> topic, String key, Optional<byte[]> message) {
        return raw(topic, new TestRecord<>(key, message.orElse(null)));
    }

    /** With the headers that it has. */
    public TestedTopology raw(Topic<?> topic, TestRecord<String, byte[]> message) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(message);
        return this;
    }

    /** Lets enough time pass for everything to be folded. */
    public TestedTopology settle() {
        return turns(200);
    }

    public TestedTopology turn() {
        return turns(1);
    }

    public TestedTopology passTime(Duration by) {
        driver.advanceWallClockTime(by);
        return this;
    }

    public TestedTopology turns(int many) {
        for (int turn = 0; turn < many; turn++) {
            passTime(Duration.ofMillis(100));
        }
        return this;
    }

    /** What a reader of the compacted topic would see, key by key, as JSON. */
    public SortedMap<String, String> told(Topic<?> topic) {
        collect();
        return told.getOrDefault(topic, new TreeMap<>());
    }

    public <V> Optional<V> told(Topic<V> topic, String key) {
        return Optional.ofNullable(told(topic).get(key)).map(json -> Json.read(json, topic.type()));
    }

    /** Everything that was told, to compare two ways of telling it. */
    public Map<Topic<?>, SortedMap<String, String>> all() {
        collect();
        return told;
    }

    /** Results that were told although they had been told before, and ones that were taken back although nothing was told. */
    public List<String> toldTwice() {
        collect();
        return List.copyOf(toldTwice);
    }

    /** How many results were told since this was last asked. */
    public int messages() {
        collect();
        int since = messages;
        messages = 0;
        return since;
    }

    public List<TestRecord<byte[], byte[]>> deadLetters() {
        return driver.createOutputTopic(
                        Topics.DEAD_LETTER.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    public List<TestRecord<String, byte[]>> sessions() {
        return records(Topics.SESSION);
    }

    /** What was written to the topic since this was last asked, with its headers. */
    public List<TestRecord<String, byte[]>> records(Topic<?> topic) {
        return driver.createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** Makes something else of what a store holds under the keys that begin so. */
    public TestedTopology spoil(String store, String prefix, UnaryOperator<byte[]> spoilt) {
        KeyValueStore<String, byte[]> spoiled = driver.getKeyValueStore(store);
        Map<String, byte[]> held = new TreeMap<>();
        try (KeyValueIterator<String, byte[]> all = spoiled.range(prefix, prefix + "\uFFFF")) {
            all.forEachRemaining(each -> held.put(each.key, each.value));
        }
        held.forEach((key, bytes) -> spoiled.put(key, spoilt.apply(bytes)));
        return this;
    }

    /** Every key that any store still holds, as text. */
    public List<String> storedKeys() {
        List<String> keys = new ArrayList<>();
        driver.getAllStateStores().forEach((name, store) -> {
            if (store instanceof KeyValueStore<?, ?> known) {
                try (KeyValueIterator<?, ?> all = known.all()) {
                    all.forEachRemaining(each -> keys.add(name + ": " + each.key));
                }
            }
        });
        return keys;
    }

    private void collect() {
        for (Map.Entry<Topic<?>, SortedMap<String, String>> topic : told.entrySet()) {
            TestOutputTopic<String, String> output =
                    driver.createOutputTopic(topic.getKey().name(), new StringDeserializer(), new StringDeserializer());
            for (TestRecord<String, String> message : output.readRecordsToList()) {
                messages++;
                @Nullable
                String before = message.value() == null
                        ? topic.getValue().remove(message.key())
                        : topic.getValue().put(message.key(), message.value());
                if (Objects.equals(before, message.value())) {
                    toldTwice.add(topic.getKey().name() + " " + message.key() + ": " + message.value());
                }
            }
        }
    }

    private static Topic<?> topicOf(Fact fact) {
        if (fact instanceof Recording) {
            return Topics.RECORDING;
        }
        if (fact instanceof Session) {
            return Topics.SESSION;
        }
        if (fact instanceof Reading) {
            return Topics.READING;
        }
        if (fact instanceof CheckIn) {
            return Topics.CHECKIN;
        }
        if (fact instanceof Profile) {
            return Topics.PROFILE;
        }
        if (fact instanceof DayClosed) {
            return Topics.DAY_CLOSED;
        }
        if (fact instanceof Delivery) {
            return Topics.DELIVERY;
        }
        if (fact instanceof FileDecision) {
            return Topics.FILE_DECISION;
        }
        if (fact instanceof Goal) {
            return Topics.GOAL;
        }
        if (fact instanceof PlanDecision) {
            return Topics.PLAN_DECISION;
        }
        if (fact instanceof PlannedPhase) {
            return Topics.PLANNED_PHASE;
        }
        if (fact instanceof PlanTerms) {
            return Topics.PLAN_TERMS;
        }
        if (fact instanceof Benchmark) {
            return Topics.BENCHMARK;
        }
        if (fact instanceof Clearance) {
            return Topics.CLEARANCE;
        }
        if (fact instanceof WeekOrder) {
            return Topics.WEEK_ORDER;
        }
        if (fact instanceof IssuedSession) {
            return Topics.ISSUED_SESSION;
        }
        if (fact instanceof Retraction) {
            return Topics.RETRACTION;
        }
        throw new IllegalArgumentException("no topic for " + FactKind.class);
    }

    @Override
    public void close() {
        if (crashed) {
            return;
        }
        driver.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
