package freshlegs.app.rights;

import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import freshlegs.coach.CoachTopics;
import freshlegs.ingest.IngestTopics;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import freshlegs.streams.StreamsReset;
import freshlegs.streams.StreamsTopics;
import freshlegs.warehouse.Warehouse;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.resource.ResourceType;

/** Who speaks to Kafka: the parts, each with as little as it needs, and the people who run them. */
public enum KafkaUser {
    INGEST("The part that takes files in.") {
        @Override
        public List<Right> rights() {
            return List.of(
                    Right.topics(
                            names(IngestTopics.written()),
                            "publish what files hold, announce files, and take that back",
                            WRITE),
                    Right.topics(
                            names(IngestTopics.read()),
                            "know time zones, check-ins, what was delivered and what is still to be done",
                            READ),
                    Right.groupsFrom(IngestTopics.GROUPS, "share the work among instances", READ));
        }
    },
    STREAMS("The part that makes sessions, trends, alerts and plans of facts.") {
        @Override
        public List<Right> rights() {
            return List.of(
                    Right.topics(StreamsTopics.read(), "read facts and requests", READ),
                    Right.topics(StreamsTopics.written(), "publish sessions, results and dead letters", WRITE),
                    Right.topics(List.of(Topics.DEAD_LETTER.name()), "count dead letters", READ),
                    Right.topics(StreamsTopics.changelogs(), "keep the state of the stores", READ, WRITE),
                    Right.groups(List.of(StreamsReset.GROUP), "share the work among instances", READ),
                    Right.transactions(StreamsReset.GROUP + "-", "commit exactly once"));
        }
    },
    WAREHOUSE("The part that fills the tables.") {
        @Override
        public List<Right> rights() {
            return List.of(
                    Right.topics(Warehouse.topics(), "bring facts and results into the tables", READ),
                    Right.groups(List.of(Warehouse.GROUP), "share the work among instances", READ));
        }
    },
    COACH("The part that serves the coach's pages.") {
        @Override
        public List<Right> rights() {
            return List.of(Right.topics(
                    names(CoachTopics.written()),
                    "publish what people say on pages, and issue each day's session",
                    WRITE));
        }
    },
    ERASING("The part that takes files in, where it knows a database and so erases athletes.") {
        @Override
        public List<Right> rights() {
            return List.of(
                    Right.topics(names(Topics.all()), "take out everything of an athlete", READ, WRITE),
                    Right.topics(
                            StreamsTopics.changelogs(), "see that the stores have followed, and sweep", READ, WRITE),
                    Right.groups(List.of(StreamsReset.GROUP), "see whether the streams are done", DESCRIBE),
                    Right.transaction(SWEEP, "sweep"));
        }

        @Override
        public String usualName() {
            return INGEST.usualName();
        }
    },
    OPERATOR("People at the command line, beside the running parts.") {
        @Override
        public List<Right> rights() {
            return List.of(
                    Right.topics(
                            names(Topics.all()),
                            "state facts, read everything, mend what differs",
                            READ,
                            WRITE,
                            DESCRIBE_CONFIGS),
                    Right.topics(StreamsTopics.changelogs(), "see whether the streams are done", READ),
                    Right.groups(
                            List.of(StreamsReset.GROUP, Warehouse.GROUP),
                            "see who is at work and how far they are",
                            DESCRIBE),
                    Right.groupsFrom(IngestTopics.GROUPS, "take files in by commands", READ));
        }
    },
    ADMINISTRATOR("Who creates the topics, and rebuilds everything while nothing runs.") {
        @Override
        public List<Right> rights() {
            return List.of(
                    Right.topics(
                            names(Topics.all()),
                            "create the topics and set them; read and write them in a rebuild",
                            CREATE,
                            ALTER_CONFIGS,
                            READ,
                            WRITE),
                    Right.topics(
                            StreamsTopics.changelogs(),
                            "create the changelogs, and make them anew in a rebuild",
                            CREATE,
                            ALTER_CONFIGS,
                            DELETE,
                            READ,
                            WRITE),
                    Right.groups(List.of(StreamsReset.GROUP, Warehouse.GROUP), "have everything read again", READ),
                    Right.transactions(StreamsReset.GROUP + "-", "commit exactly once"));
        }
    };

    /** The transactional id of whoever sweeps; who does so at the same time is told to begin again. */
    public static final String SWEEP = "freshlegs-sweep";

    private final String who;

    KafkaUser(String who) {
        this.who = who;
    }

    public abstract List<Right> rights();

    /** Who that is, in a sentence. */
    public String who() {
        return who;
    }

    /** How people write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is called in Kafka unless somebody calls it otherwise. */
    public String usualName() {
        return "freshlegs-" + word();
    }

    /** Every topic of the catalogue that it has anything to do with. */
    public Set<String> topics() {
        Set<String> topics = new TreeSet<>(names(Topics.all()));
        topics.retainAll(rights().stream()
                .filter(right -> right.type() == ResourceType.TOPIC)
                .flatMap(right -> right.names().stream())
                .toList());
        return topics;
    }

    private static List<String> names(Collection<? extends Topic<?>> topics) {
        return topics.stream().<String>map(Topic::name).toList();
    }
}
