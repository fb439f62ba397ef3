package freshlegs.streams;

import freshlegs.streams.season.SeasonStage;
import freshlegs.streams.session.SessionStage;
import java.util.List;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/** Recordings become sessions; sessions and all other facts become the season. */
public final class FreshlegsTopology {
    private static final List<Stage> STAGES = List.of(new SessionStage(), new SeasonStage());

    private FreshlegsTopology() {}

    public static Topology build(StreamsConfig config) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
        STAGES.forEach(stage -> stage.addTo(builder));
        return builder.build();
    }
}
