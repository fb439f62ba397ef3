package freshlegs.streams;

import freshlegs.model.topic.ClientMeters;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.season.FoldMeters;
import freshlegs.streams.season.SeasonStage;
import freshlegs.streams.session.SessionStage;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/** Recordings become sessions; sessions and all other facts become the season. */
public final class FreshlegsTopology {
    private FreshlegsTopology() {}

    public static Topology build(StreamsConfig config, Rules rules) {
        return build(config, rules, ClientMeters.nobody());
    }

    static Topology build(StreamsConfig config, Rules rules, MeterRegistry meters) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
        List.<Stage>of(new SessionStage(), new SeasonStage(rules, FoldMeters.in(meters)))
                .forEach(stage -> stage.addTo(builder));
        return builder.build();
    }
}
