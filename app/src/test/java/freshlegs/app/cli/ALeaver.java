package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.app.service.Access;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** An athlete who has everything about herself erased at a running service, and whoever looks for what is left of her. */
final class ALeaver {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String athlete;
    private final URI console;
    private final Path data;
    private final Access access;
    private final HttpClient client = HttpClient.newHttpClient();

    ALeaver(String athlete, URI console, Path data, Access access) {
        this.athlete = athlete;
        this.console = console;
        this.data = data;
        this.access = access;
    }

    /** By the console's own form; answers where it says how far it is. */
    String asks() throws Exception {
        HttpResponse<String> asked = client.send(
                HttpRequest.newBuilder(console.resolve("/athletes/" + athlete + "/data/erase"))
                        .header("Origin", console.toString().replaceFirst("/$", ""))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("name=" + athlete))
                        .build(),
                BodyHandlers.ofString());
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(303);
        return asked.headers().firstValue("Location").orElseThrow();
    }

    /** Waits until the page of that address says so. */
    void hasLeft(String address) {
        URI progress = console.resolve(address);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(page(progress)).contains("Everything is erased"));
    }

    private String page(URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    /** In no row of any table, under no key of any topic, in no file of ours. */
    void isNowhere() throws Exception {
        assertThat(rowsLike("[\"/]" + athlete + "[\"/.]")).as("rows").isEmpty();
        assertThat(standingKeys()).as("keys").noneMatch(key -> key.contains(athlete));
        try (Stream<Path> files = Files.walk(data)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(data::relativize)
                            .filter(file -> !file.toString().matches("(kafka|postgres|logs|streams)/.*"))
                            .filter(this::speaksOfHer))
                    .as("files")
                    .isEmpty();
        }
    }

    private boolean speaksOfHer(Path file) {
        try {
            return file.toString().contains(athlete)
                    || new String(Files.readAllBytes(data.resolve(file)), StandardCharsets.ISO_8859_1)
                            .contains("\"" + athlete + "\"");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All rows of all tables that are somebody's, by their tables. */
    Map<String, List<String>> rows(String whose) throws SQLException {
        return rowsLike("\"athlete\": \"" + whose + "\"");
    }

    private Map<String, List<String>> rowsLike(String pattern) throws SQLException {
        return EveryTable.rows(access.database(), "~ '" + pattern + "'");
    }

    private List<String> standingKeys() {
        List<TopicPartition> partitions = Topics.all().stream()
                .flatMap(topic -> IntStream.range(0, Topic.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .toList();
        Map<String, Boolean> standing = new HashMap<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                access.kafka().consumerProperties(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(50))
                        .forEach(found -> standing.put(found.topic() + " " + found.key(), found.value() != null));
                return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            });
        }
        return standing.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }
}
