package freshlegs.ingest;

import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.util.List;
import java.util.stream.Stream;

/** The topics that the intake by itself reads and writes. */
public final class IngestTopics {
    /** What the names of the consumer groups begin with that share a data folder's work. */
    public static final String GROUPS = QueueReader.GROUP;

    private static final String OWNER = "ingest";

    private IngestTopics() {}

    /** Zones, check-ins that came by other ways, the deliveries of a route that is taken back, and what is still to be done. */
    public static List<Topic<?>> read() {
        return Stream.of(Roster.TOPICS, List.of(Topics.DELIVERY), Topics.queue())
                .<Topic<?>>flatMap(List::stream)
                .toList();
    }

    /** What files hold, days that are over, and that they were delivered; profiles are stated by people. */
    public static List<Topic<?>> written() {
        return Topics.all().stream()
                .filter(topic -> topic.owner().equals(OWNER) && !topic.equals(Topics.PROFILE))
                .toList();
    }
}
