package freshlegs.app.service;

import freshlegs.app.deadletter.OldLetters;
import freshlegs.model.topic.Compaction;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.MessageLimits;
import freshlegs.model.topic.NewsOfTopics;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import freshlegs.streams.StreamsProperties;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets for topics that are there already, changelogs as well, how soon erased bytes go and that a record may be stamped ahead, and has the
 * dead letters compacted. Whatever else an operator has set stays as it is.
 */
final class TopicSettings {
    private static final Logger LOG = LoggerFactory.getLogger(TopicSettings.class);
    private static final long ANSWER_SECONDS = 60;

    private TopicSettings() {}

    /** Whoever may not change them leaves them as they are, and {@code freshlegs doctor} says which those are. */
    static void apply(KafkaAddress kafka, Compaction compaction) throws InterruptedException {
        try (Admin admin = Admin.create(kafka.adminProperties())) {
            Map<String, Map<String, String>> wanted = wanted(admin, compaction);
            Map<ConfigResource, Collection<AlterConfigOp>> changes = NewsOfTopics.awaited(() -> changes(admin, wanted));
            if (changes.keySet().stream().anyMatch(changed -> isDeadLetters(changed) && isCleanup(changes, changed))) {
                OldLetters.renew(kafka);
            }
            admin.incrementalAlterConfigs(changes).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof AuthorizationException)) {
                throw new IllegalStateException("the topics' settings could not be changed: " + e.getCause(), e);
            }
            LOG.warn(
                    "the topics' settings may not be looked at or changed: `freshlegs doctor` says what they should be");
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka did not answer within " + ANSWER_SECONDS + " s", e);
        }
    }

    private static boolean isDeadLetters(ConfigResource topic) {
        return topic.name().equals(Topics.DEAD_LETTER.name());
    }

    private static boolean isCleanup(Map<ConfigResource, Collection<AlterConfigOp>> changes, ConfigResource topic) {
        return changes.getOrDefault(topic, List.of()).stream()
                .anyMatch(change -> change.configEntry().name().equals(TopicConfig.CLEANUP_POLICY_CONFIG));
    }

    private static Map<String, Map<String, String>> wanted(Admin admin, Compaction compaction)
            throws InterruptedException, ExecutionException, TimeoutException {
        Set<String> there = admin.listTopics().names().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        Map<String, Map<String, String>> wanted = new HashMap<>();
        for (Topic<?> topic : Topics.all()) {
            if (there.contains(topic.name())) {
                wanted.put(topic.name(), settings(compaction));
            }
        }
        there.stream()
                .filter(StreamsProperties::isInternal)
                .forEach(changelog -> wanted.put(changelog, settings(compaction)));
        Optional.ofNullable(wanted.get(Topics.DEAD_LETTER.name()))
                .ifPresent(
                        letters -> letters.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        return wanted;
    }

    private static Map<String, String> settings(Compaction compaction) {
        Map<String, String> settings = new TreeMap<>(MessageLimits.ANY_TIME);
        settings.putAll(compaction.configs());
        return settings;
    }

    /** Only what is otherwise. */
    private static Map<ConfigResource, Collection<AlterConfigOp>> changes(
            Admin admin, Map<String, Map<String, String>> wanted)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<ConfigResource> asked = wanted.keySet().stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        Map<ConfigResource, Config> found = admin.describeConfigs(asked).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        found.forEach((topic, config) -> {
            List<AlterConfigOp> changed = new ArrayList<>();
            wanted.getOrDefault(topic.name(), Map.of()).forEach((name, value) -> {
                ConfigEntry is = config.get(name);
                if (is == null || !value.equals(is.value())) {
                    changed.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET));
                }
            });
            if (!changed.isEmpty()) {
                changes.put(topic, changed);
            }
        });
        return changes;
    }
}
