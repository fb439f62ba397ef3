package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.embedded.EmbeddedPostgres;
import freshlegs.app.service.Access;
import freshlegs.app.service.Part;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.app.simulate.Simulation;
import freshlegs.app.simulate.Simulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The parts apart, against a Kafka in a container and a PostgreSQL that is not theirs. */
class OutsideKafkaTest {
    private final Path temporary;

    OutsideKafkaTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void the_parts_alone_work_against_an_outside_kafka_and_database() throws Exception {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "no container engine answers");
        Files.createDirectories(temporary.resolve("db"));
        try (KafkaContainer kafka = new KafkaContainer("apache/kafka:4.3.1");
                EmbeddedPostgres postgres = EmbeddedPostgres.start(
                        temporary.resolve("db"), temporary.resolve("db.log"), Path.of("target/postgres-programs"))) {
            kafka.start();
            Map<String, String> environment = new HashMap<>();
            environment.put("FRESHLEGS_KAFKA", kafka.getBootstrapServers().replaceFirst("^.*://", ""));
            environment.put("FRESHLEGS_POSTGRES_URL", postgres.address().jdbcUrl());
            environment.put("FRESHLEGS_POSTGRES_USER", postgres.address().user());
            environment.put("FRESHLEGS_POSTGRES_PASSWORD", postgres.address().password());
            environment.put("FRESHLEGS_CONSOLE_PORT", "0");
            environment.put("FRESHLEGS_INTAKE_PORT", "0");
            environment.put("FRESHLEGS_METRICS_PORT", "0");
            importThrough(environment);
        }
    }

    private void importThrough(Map<String, String> environment) throws Exception {
        Path files = temporary.resolve("simulated");
        Simulator.write(new Simulation(9, 1, 14, LocalDate.of(2026, 11, 1)), files);
        CommandLineUnderTest freshlegs = CommandLineUnderTest.on(temporary.resolve("ingest"));
        environment.forEach(freshlegs::with);
        Deque<Access> parts = new ArrayDeque<>();
        try {
            for (Part part : Part.values()) {
                parts.push(Access.alone(part, settings(part, environment), Clock.systemUTC()));
            }
            Ran ran = freshlegs.run("import", "--athlete", "anna", "--json", files);

            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(ran.json().path("summary").path("imported").asInt()).isPositive();
            assertThat(ran.json().path("summary").path("failed").asInt()).isZero();
            assertThat(freshlegs
                            .run("trends", "--athlete", "anna", "--json")
                            .json()
                            .size())
                    .isGreaterThan(10);
        } finally {
            parts.forEach(Access::close);
        }
    }

    private Settings settings(Part part, Map<String, String> environment) {
        return Settings.of(
                Map.of(Catalogue.DATA, temporary.resolve(part.command()).toString()), Map.of(), environment);
    }
}
