package freshlegs.app.chaos;

import static java.util.concurrent.TimeUnit.SECONDS;

import freshlegs.model.topic.AthletePartitioner;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import freshlegs.streams.StreamsProperties;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.TopicPartition;

/** Which instance of the streams works on an athlete's season, as Kafka has it. */
record Owners(KafkaAddress kafka) {
    private static final long ANSWER_SECONDS = 30;

    /** Nobody while the work is handed out. */
    Optional<String> of(String athlete) throws Exception {
        TopicPartition season = new TopicPartition(Topics.SESSION.name(), partition(athlete));
        try (Admin admin = Admin.create(kafka.adminProperties())) {
            ConsumerGroupDescription group = admin.describeConsumerGroups(List.of(StreamsProperties.APPLICATION))
                    .describedGroups()
                    .get(StreamsProperties.APPLICATION)
                    .get(ANSWER_SECONDS, SECONDS);
            return group.members().stream()
                    .filter(member -> member.assignment().topicPartitions().contains(season))
                    .flatMap(member -> member.groupInstanceId().stream())
                    .map(thread -> thread.replaceFirst("-\\d+$", ""))
                    .findFirst();
        }
    }

    static int partition(String athlete) {
        return AthletePartitioner.partition(athlete, Topic.PARTITIONS);
    }
}
