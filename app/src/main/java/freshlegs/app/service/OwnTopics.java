package freshlegs.app.service;

import static freshlegs.app.setting.Catalogue.KAFKA;
import static freshlegs.app.setting.Catalogue.KAFKA_REPLICATION;

import freshlegs.app.problem.Problem;
import freshlegs.app.rights.KafkaUser;
import freshlegs.app.rights.MissingRights;
import freshlegs.app.rights.Refusal;
import freshlegs.app.setting.Settings;
import freshlegs.model.topic.CoPartitioning;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.TopicCreator;
import freshlegs.model.topic.Topics;
import freshlegs.streams.StreamsTopics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;

/** That the topics are there, and that Kafka lets whoever starts work with them. */
public final class OwnTopics {
    private OwnTopics() {}

    /** All of them and the streams' changelogs in an outside Kafka; each by its name, and whether it was created just now. */
    public static Map<String, Boolean> create(Settings settings) throws InterruptedException {
        KafkaAddress kafka = Backing.outsideKafka(settings)
                .orElseThrow(() -> Problem.wrongUse("`freshlegs topics create` needs " + KAFKA.variable() + " ("
                        + KAFKA.kind() + "); in the embedded broker all topics are made by themselves."));
        short replication = settings.get(KAFKA_REPLICATION).shortValue();
        Map<String, Boolean> topics = new TreeMap<>();
        asked(kafka, admin -> {
            List<NewTopic> all = new ArrayList<>(catalogue(names(), replication));
            all.addAll(StreamsTopics.state(replication));
            all.forEach(topic -> topics.put(topic.name(), false));
            TopicCreator.createMissing(admin, all).forEach(created -> topics.put(created, true));
            TopicSettings.apply(kafka, Backing.compaction(settings));
        });
        return topics;
    }

    /** The whole catalogue, with as many copies as is set. */
    static void prepare(KafkaAddress kafka, Settings settings) throws InterruptedException {
        prepare(kafka, settings, settings.get(KAFKA_REPLICATION).shortValue());
    }

    static void prepare(KafkaAddress kafka, Settings settings, short replication) throws InterruptedException {
        asked(kafka, admin -> {
            TopicCreator.createMissing(admin, replication);
            applySettings(admin, names(), kafka, settings);
        });
    }

    /** Those of one part, which must be allowed all that it needs. */
    static void prepare(Part part, KafkaAddress kafka, Settings settings) throws InterruptedException {
        LateKafka.await(part.command(), System::nanoTime, () -> prepareOnce(part, kafka, settings));
    }

    private static void prepareOnce(Part part, KafkaAddress kafka, Settings settings) throws InterruptedException {
        KafkaUser user = part.onKafka();
        asked(kafka, admin -> {
            Optional<String> refused = MissingRights.sentence(admin, user);
            if (refused.isPresent()) {
                throw Problem.failed(refused.get());
            }
            TopicCreator.createMissing(
                    admin,
                    catalogue(user.topics(), settings.get(KAFKA_REPLICATION).shortValue()));
            applySettings(admin, user.topics(), kafka, settings);
        });
    }

    /** For what the streams have made since, their changelogs. */
    static void applySettings(KafkaAddress kafka, Settings settings) throws InterruptedException {
        asked(kafka, admin -> applySettings(admin, Part.STREAMS.onKafka().topics(), kafka, settings));
    }

    /** Whoever may not change topics leaves that to {@code topics create}, and does not even try. */
    private static void applySettings(Admin admin, Collection<String> seen, KafkaAddress kafka, Settings settings)
            throws InterruptedException {
        if (MissingRights.maySetTopics(admin, seen)) {
            TopicSettings.apply(kafka, Backing.compaction(settings));
        }
    }

    /** Something that Kafka is asked. */
    @FunctionalInterface
    private interface Asking {
        void ask(Admin admin) throws InterruptedException;
    }

    private static void asked(KafkaAddress kafka, Asking asking) throws InterruptedException {
        try (Admin admin = Admin.create(kafka.adminProperties())) {
            asking.ask(admin);
        } catch (CoPartitioning.Broken | TopicCreator.Refused e) {
            throw Problem.failed(String.valueOf(e.getMessage()), e);
        } catch (IllegalStateException | KafkaException e) {
            throw Problem.failed(
                    Refusal.in(e)
                            .orElseGet(() -> "Kafka at " + kafka.bootstrapServers() + " could not be prepared ("
                                    + e.getMessage()
                                    + "): check that it runs and that FRESHLEGS_KAFKA and FRESHLEGS_KAFKA_PROPERTIES are"
                                    + " right."),
                    e);
        }
    }

    private static List<String> names() {
        return Topics.all().stream().<String>map(Topic::name).toList();
    }

    private static List<NewTopic> catalogue(Collection<String> names, short replication) {
        return Topics.all().stream()
                .filter(topic -> names.contains(topic.name()))
                .map(topic -> topic.toNewTopic(replication))
                .toList();
    }
}
