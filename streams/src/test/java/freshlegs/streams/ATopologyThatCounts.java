package freshlegs.streams;

import static freshlegs.streams.Stage.read;
import static freshlegs.streams.Stage.step;

import freshlegs.model.fact.Fact;
import freshlegs.model.fact.Reading;
import freshlegs.model.topic.Topics;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Planted: it tells of every day how many readings had come by then, which hangs on everything it must not hang on. */
final class ATopologyThatCounts {
    private ATopologyThatCounts() {}

    static Topology build(StreamsConfig config) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
        read(builder, Topics.READING, "read-readings")
                .process(Counting::new, step("count"))
                .to(
                        Topics.TREND.name(),
                        Produced.<String, String>with(Serdes.String(), Serdes.String())
                                .withName("write-counts"));
        return builder.build();
    }

    private static final class Counting extends ContextualProcessor<String, Reading, String, String> {
        private int count;

        @Override
        public void process(Record<String, Reading> message) {
            Fact reading = message.value();
            count++;
            context()
                    .forward(new Record<>(
                            reading.athlete() + "/" + reading.localDate(), "{\"count\":" + count / 2 + "}", 0));
        }
    }
}
