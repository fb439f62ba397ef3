package freshlegs.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import freshlegs.app.problem.Problem;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.TopicCreator;
import freshlegs.model.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
    private final Path folder;

    EmbeddedKafkaTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_killed_broker_comes_back_at_the_same_address_and_a_stopped_one_keeps_its_topics() throws Exception {
        try (EmbeddedKafka kafka = start()) {
            try (Admin admin = Admin.create(kafka.address().adminProperties())) {
                TopicCreator.createMissing(admin, (short) 1);
            }
            ProcessHandle broker = running();
            broker.destroyForcibly();
            await().atMost(Duration.ofSeconds(10)).until(() -> !broker.isAlive());
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(topics(kafka.address())).contains(Topics.RECORDING.name()));
        }
        assertThat(StaleProcess.find(pid(), "BrokerMain")).isEmpty();
        try (EmbeddedKafka again = start()) {
            assertThat(topics(again.address())).contains(Topics.RECORDING.name());
        }
    }

    @Test
    void a_folder_written_by_a_newer_broker_is_refused() throws Exception {
        Path kafka = Files.createDirectories(folder.resolve("kafka"));
        Files.writeString(kafka.resolve("broker-version"), "99.0.0\n");

        assertThatThrownBy(this::start).isInstanceOf(Problem.class).hasMessageContaining("written by Kafka 99.0.0");
    }

    @Test
    void versions_are_compared_as_numbers() {
        assertThat(BrokerVersion.isOlder("4.3.1", "4.10.0")).isTrue();
        assertThat(BrokerVersion.isOlder("4.3.1", "4.3.1")).isFalse();
        assertThat(BrokerVersion.isOlder("4.4.0", "4.3.1-rc2")).isFalse();
    }

    private EmbeddedKafka start() throws InterruptedException {
        return EmbeddedKafka.start(folder.resolve("kafka"), folder.resolve("kafka.log"));
    }

    private ProcessHandle running() throws Exception {
        return StaleProcess.find(pid(), "BrokerMain").orElseThrow();
    }

    private Path pid() {
        return folder.resolve("kafka/pid");
    }

    private static Set<String> topics(KafkaAddress address) throws Exception {
        try (Admin admin = Admin.create(address.adminProperties())) {
            return admin.listTopics().names().get(10, TimeUnit.SECONDS);
        }
    }
}
