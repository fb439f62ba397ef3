package freshlegs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.json.Json;
import freshlegs.model.topic.RecordKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands of the topics' page show what lies there, with kcat as distributions have it. */
class ReadWithKcatTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("freshlegs.root"), "docs/topics.md");
    private static final Instant TAKEN_IN = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void the_documented_commands_show_key_headers_and_value_of_compressed_records() throws Exception {
        assumeTrue(isThere(), "kcat is not installed (Debian package kcat)");
        List<CheckIn> told = List.of(checkIn("anna", 4), checkIn("ben", 6));
        try (ABroker broker = ABroker.started();
                FactPublisher publisher = FactPublisher.to(broker.address)) {
            assertThat(broker.address.producerProperties()).containsEntry("compression.type", "zstd");
            publisher.publish(told);

            List<String> commands = commands();
            assertThat(commands).hasSize(2);
            assertThat(run(commands.get(0), broker))
                    .containsExactlyInAnyOrderElementsOf(
                            told.stream().map(ReadWithKcatTest::line).toList());
            List<JsonNode> records = run(commands.get(1), broker).stream()
                    .map(line -> Json.read(line, JsonNode.class))
                    .toList();
            assertThat(records)
                    .extracting(record -> record.path("key").asText() + " "
                            + record.path("payload").asText())
                    .containsExactlyInAnyOrderElementsOf(told.stream()
                            .map(fact -> RecordKey.of(fact) + " " + Json.writeText(fact))
                            .toList());
            assertThat(records)
                    .allSatisfy(record -> assertThat(record.path("headers").toString())
                            .contains("\"ce_type\",\"freshlegs.athlete.checkin.v1\""));
        }
    }

    private static String line(CheckIn fact) {
        return "%s schema=athlete.checkin/1,ce_specversion=1.0,ce_id=%s,ce_type=freshlegs.athlete.checkin.v1,"
                        .formatted(RecordKey.of(fact), ContentHash.eventOf(Json.write(fact)))
                + "ce_source=/freshlegs/ingest,ce_time=2026-03-02T09:00:00Z,content-type=application/json "
                + Json.writeText(fact);
    }

    private static CheckIn checkIn(String athlete, int effort) {
        return new CheckIn.AfterRun(
                AthleteId.of(athlete),
                LocalDate.of(2026, 3, 2),
                1,
                "0123456789abcdef",
                TAKEN_IN,
                TAKEN_IN,
                OptionalInt.of(effort),
                OptionalInt.empty(),
                Optional.of(false),
                Set.of());
    }

    private static List<String> commands() throws Exception {
        try (Stream<String> lines = Files.lines(DOCUMENT)) {
            return lines.filter(line -> line.startsWith("kcat ")).toList();
        }
    }

    private static List<String> run(String command, ABroker broker) throws Exception {
        Process kcat = new ProcessBuilder(
                        "sh", "-c", command.replace("localhost:9092", broker.address.bootstrapServers()))
                .redirectErrorStream(true)
                .start();
        try {
            List<String> said = new String(kcat.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(kcat.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(kcat.exitValue()).as(String.join("\n", said)).isZero();
            return said;
        } finally {
            kcat.destroyForcibly();
        }
    }

    private static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kcat")));
    }
}
