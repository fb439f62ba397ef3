package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.Session;
import freshlegs.model.topic.RecordKey;
import freshlegs.streams.SomeFacts;
import freshlegs.streams.rule.Rules;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class SeasonProcessorTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    /** More than it remembers after the last fact. */
    private static final int TURNS = 200;

    private final MockProcessorContext<String, Result> context = new MockProcessorContext<>();
    private final ProcessorSupplier<String, Object, String, Result> supplier =
            SeasonProcessor.supplier(Rules.published(), FoldMeters.unseen(() -> 0));
    private final Processor<String, Object, String, Result> processor = supplier.get();

    SeasonProcessorTest() {
        for (StoreBuilder<?> each : Objects.requireNonNull(supplier.stores())) {
            KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                            Stores.inMemoryKeyValueStore(each.name()), Serdes.String(), Serdes.ByteArray())
                    .withLoggingDisabled()
                    .build();
            store.init(context.getStateStoreContext(), store);
        }
        context.setCurrentSystemTimeMs(0);
        processor.init(context);
    }

    @Test
    void takes_turns_from_a_fact_until_nobody_waits() {
        turn();
        assertThat(turning()).isEmpty();

        tell(DAY);
        tell(DAY.plusDays(1));
        assertThat(turning()).hasSize(1);
        turn();
        assertThat(context.forwarded()).isNotEmpty();
        for (int turn = 0; turn < TURNS && !turning().isEmpty(); turn++) {
            turn();
        }
        assertThat(turning()).isEmpty();

        tell(DAY.plusDays(2));
        assertThat(turning()).hasSize(1);
    }

    @Test
    void begun_once_more_it_takes_its_turns_once() {
        tell(DAY);
        processor.close();
        processor.init(context);

        assertThat(turning()).hasSize(1);
        turn();
        assertThat(context.forwarded()).isNotEmpty();
    }

    private void tell(LocalDate day) {
        Session run = SomeFacts.of("ann").run(day);
        processor.process(new Record<>(RecordKey.of(run), run, 0));
    }

    private List<CapturedPunctuator> turning() {
        return context.scheduledPunctuators().stream()
                .filter(each -> !each.cancelled())
                .toList();
    }

    private void turn() {
        turning().forEach(each -> each.getPunctuator().punctuate(0));
    }
}
