package freshlegs.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.app.problem.Problem;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.TopicCreator;
import freshlegs.model.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
    private final Path folder;

    EmbeddedKafkaTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_killed_broker_comes_back_at_the_same_address_and_a_stopped_one_keeps_its_topics_and_classes()
            throws Exception {
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
        assertThat(archives()).hasSize(1);
        try (EmbeddedKafka again = start()) {
            assertThat(topics(again.address())).contains(Topics.RECORDING.name());
            assertThat(mapped(running())).contains(archives().get(0).toString());
        }
        assertThat(archives()).hasSize(1);
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

    @Test
    void of_classes_kept_ready_only_those_used_last_stay() throws Exception {
        Path cache = Files.createDirectories(folder.resolve("cache"));
        for (int age = 1; age <= 5; age++) {
            Path old = Files.writeString(cache.resolve("broker-" + age + ".jsa"), "");
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(3600L * age)));
        }
        Files.writeString(cache.resolve("other.jsa"), "");
        BrokerArchive archive = BrokerArchive.of(List.of(folder.resolve("some.jar")), cache);
        String making = archive.options().get(0);
        Files.writeString(Path.of(making.substring(making.indexOf('=') + 1)), "");

        archive.adopt();

        assertThat(archive.options().get(0)).startsWith("-XX:SharedArchiveFile=" + cache.resolve("broker-"));
        assertThat(archives()).hasSize(3).contains(cache.resolve("broker-1.jsa"), cache.resolve("broker-2.jsa"));
        assertThat(cache.resolve("other.jsa")).exists();
    }

    private EmbeddedKafka start() throws InterruptedException {
        return EmbeddedKafka.start(folder.resolve("kafka"), folder.resolve("kafka.log"), folder.resolve("cache"));
    }

    /** Classes of brokers that are kept ready. */
    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.filter(file -> file.getFileName().toString().matches("broker-.*\\.jsa"))
                    .toList();
        }
    }

    /** What a process has mapped, where the system tells. */
    private static String mapped(ProcessHandle process) throws IOException {
        Path maps = Path.of("/proc", Long.toString(process.pid()), "maps");
        assumeTrue(Files.exists(maps), "this system does not tell what a process has mapped");
        return Files.readString(maps);
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
