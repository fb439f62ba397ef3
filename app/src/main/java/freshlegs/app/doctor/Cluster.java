package freshlegs.app.doctor;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import freshlegs.app.setting.Catalogue;
import freshlegs.model.topic.Compaction;
import freshlegs.model.topic.MessageLimits;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Kafka and its topics against the catalogue. */
final class Cluster {
    static final int ANSWER_SECONDS = 6;

    private static final String TRANSACTION_VERSION = "transaction.version";
    private static final short SAFE_TRANSACTIONS = 2;
    private static final String ALTER = "run `kafka-configs.sh --alter --entity-type topics --entity-name ";

    private Cluster() {}

    static List<Finding> answers(Site site) throws Exception {
        if (site.kafkaAddress().isEmpty()) {
            throw new NotAsked("Kafka does not run: `freshlegs run` starts the embedded one.");
        }
        Admin admin;
        try {
            admin = site.kafka();
        } catch (NotAsked e) {
            return List.of(Finding.problem(
                    "Kafka at " + site.kafkaAddress().orElseThrow().bootstrapServers() + " does not answer.",
                    "start it, or put FRESHLEGS_KAFKA and FRESHLEGS_KAFKA_PROPERTIES right; of the embedded one"
                            + " logs/kafka.log says more"));
        }
        int brokers = admin.describeCluster()
                .nodes()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                .size();
        Map<String, FinalizedVersionRange> features = admin.describeFeatures()
                .featureMetadata()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                .finalizedFeatures();
        int transactions = Optional.ofNullable(features.get(TRANSACTION_VERSION))
                .map(range -> (int) range.maxVersionLevel())
                .orElse(0);
        String version = "transaction.version is " + transactions;
        return List.of(
                transactions < SAFE_TRANSACTIONS
                        ? Finding.problem(
                                "Kafka's transactions are too old for exactly once: " + version + ".",
                                "run `kafka-features.sh upgrade --feature transaction.version=2`")
                        : Finding.ok("Kafka answers with " + brokers + " broker(s); " + version + "."));
    }

    static List<Finding> topics(Site site) throws Exception {
        Admin admin = site.kafka();
        List<String> names = Topics.all().stream().map(Topic::name).toList();
        Map<String, Integer> partitions = new HashMap<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> each :
                admin.describeTopics(names).topicNameValues().entrySet()) {
            partitions(each.getValue()).ifPresent(number -> partitions.put(each.getKey(), number));
        }
        List<Finding> findings = new ArrayList<>();
        List<Topic<?>> whole = new ArrayList<>();
        for (Topic<?> topic : Topics.all()) {
            int number = partitions.getOrDefault(topic.name(), 0);
            if (number == 0) {
                findings.add(Finding.problem(
                        "The topic " + topic.name() + " is not there.",
                        "start `freshlegs run` again, or `freshlegs " + owner(topic) + "`, which makes it"));
            } else if (number != Topic.PARTITIONS) {
                findings.add(Finding.problem(
                        "The topic " + topic.name() + " has " + number + " partitions instead of " + Topic.PARTITIONS
                                + ", so an athlete's records do not meet.",
                        "copy what it holds, delete it with `kafka-topics.sh --delete --topic " + topic.name()
                                + "` and start `freshlegs run` again, which makes it anew"));
            } else {
                whole.add(topic);
            }
        }
        Map<String, Map<String, String>> configs = configs(admin, whole);
        Compaction compaction = new Compaction(site.settings().get(Catalogue.COMPACTION));
        whole.forEach(topic -> compare(topic, configs.getOrDefault(topic.name(), Map.of()), findings));
        whole.forEach(topic -> stamps(topic.name(), configs.getOrDefault(topic.name(), Map.of()), findings));
        whole.forEach(
                topic -> bounds(topic.name(), compaction, configs.getOrDefault(topic.name(), Map.of()), findings));
        return findings.isEmpty()
                ? List.of(Finding.ok("All " + names.size() + " topics are as the catalogue has them."))
                : findings;
    }

    private static void compare(Topic<?> topic, Map<String, String> found, List<Finding> findings) {
        for (String name : List.of(CLEANUP_POLICY_CONFIG, RETENTION_MS_CONFIG, MAX_MESSAGE_BYTES_CONFIG)) {
            String wanted = String.valueOf(topic.configs().get(name));
            String is = found.getOrDefault(name, "");
            // What is compacted alone never expires, whatever its retention says.
            boolean matters = !name.equals(RETENTION_MS_CONFIG)
                    || found.getOrDefault(CLEANUP_POLICY_CONFIG, "").contains("delete");
            boolean fits = is.equals(wanted)
                    || (name.equals(MAX_MESSAGE_BYTES_CONFIG)
                            && is.matches("\\d+")
                            && Long.parseLong(is) > Long.parseLong(wanted));
            if (matters && !fits) {
                findings.add(Finding.problem(
                        "The topic " + topic.name() + " has " + name + "=" + is + " instead of " + wanted + ".",
                        ALTER + topic.name() + " --add-config " + name + "=" + wanted + "`"));
            }
        }
    }

    /** What is longer than it should be keeps what was erased for longer. */
    private static void bounds(String topic, Compaction compaction, Map<String, String> found, List<Finding> findings) {
        compaction.configs().forEach((name, wanted) -> {
            String is = found.getOrDefault(name, "");
            if (!is.matches("\\d+") || Long.parseLong(is) > Long.parseLong(wanted)) {
                findings.add(Finding.warning(
                        "The topic " + topic + " has " + name + "=" + is + " instead of " + wanted
                                + ", so what is erased stays longer in Kafka's files.",
                        ALTER + topic + " --add-config " + name + "=" + wanted + "`, or set FRESHLEGS_COMPACTION"));
            }
        });
    }

    private static void stamps(String topic, Map<String, String> found, List<Finding> findings) {
        MessageLimits.ANY_TIME.forEach((name, wanted) -> {
            String is = found.getOrDefault(name, "");
            if (!is.equals(wanted)) {
                findings.add(Finding.warning(
                        "The topic " + topic + " has " + name + "=" + is + " instead of " + wanted
                                + ", so what was stamped by a clock that was ahead stops the streams.",
                        ALTER + topic + " --add-config " + name + "=" + wanted + "`"));
            }
        });
    }

    private static String owner(Topic<?> topic) {
        return topic.owner().equals("app") ? "ingest" : topic.owner();
    }

    private static Optional<Integer> partitions(KafkaFuture<TopicDescription> topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return Optional.of(
                    topic.get(ANSWER_SECONDS, TimeUnit.SECONDS).partitions().size());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Map<String, Map<String, String>> configs(Admin admin, List<Topic<?>> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<ConfigResource> asked = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
                .toList();
        Map<String, Map<String, String>> configs = new HashMap<>();
        for (Map.Entry<ConfigResource, Config> each : admin.describeConfigs(asked)
                .all()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                .entrySet()) {
            Map<String, String> values = new HashMap<>();
            each.getValue().entries().forEach(entry -> values.put(entry.name(), String.valueOf(entry.value())));
            configs.put(each.getKey().name(), values);
        }
        return configs;
    }
}
