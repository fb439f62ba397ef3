package freshlegs.app.rights;

import static freshlegs.app.rights.ASecuredSite.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.service.Part;
import freshlegs.app.simulate.Simulation;
import freshlegs.app.simulate.Simulator;
import freshlegs.ingest.IngestTopics;
import freshlegs.model.AthleteId;
import freshlegs.model.topic.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The parts, each as a user of its own with the rights that {@code freshlegs acls} lists and no other, against a broker that speaks
 * TLS alone, knows its users by SCRAM and refuses whatever was not granted.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecuredKafkaTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** What this walk does not come to; everything else that is listed must be used. */
    private static final Set<String> NOT_WALKED = Set.of(
            // A route whose files are taken back, which needs a service that says so.
            "freshlegs-ingest READ TOPIC intake.delivery.v1",
            // A change of the plan to answer, and a week in which days may change places.
            "freshlegs-coach WRITE TOPIC plan.decision.v1",
            "freshlegs-coach WRITE TOPIC plan.order.v1",
            "freshlegs-coach WRITE TOPIC plan.issued.v1");

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Path folder;
    private final ASecuredSite site;
    private final Map<Part, Access> parts = new EnumMap<>(Part.class);
    private List<Decision> walked = List.of();

    SecuredKafkaTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        site = ASecuredSite.in(folder);
    }

    @BeforeAll
    void walk() throws Exception {
        assertThat(site.grant(site.ran(KafkaUser.OPERATOR, "acls").out()))
                .isEqualTo(Stream.of(KafkaUser.values())
                        .mapToInt(user -> user.rights().size())
                        .sum());
        assertThatThrownBy(() -> site.start(Part.INGEST, KafkaUser.INGEST.usualName()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("freshlegs topics create");
        site.ran(KafkaUser.ADMINISTRATOR, "topics", "create");
        site.forgetDecisions();

        for (Part part : Part.values()) {
            parts.put(part, site.start(part, part.onKafka().usualName()));
        }
        site.ran(KafkaUser.OPERATOR, "athlete", "add", "anna", "--zone", "UTC");
        Simulator.write(new Simulation(9, 1, 14, today.minusDays(3)), folder.resolve("simulated"));
        site.handOver(folder.resolve("simulated/anna"), "anna");
        SaidOnPages.about(new AthleteId("ben"), today, site.as(KafkaUser.COACH), site.database());
        judge(alertOf("ben"));
        await().atMost(PATIENCE).until(() -> imported("anna") > 10);
        spoil();
        URI metrics = part(Part.STREAMS).metrics().orElseThrow();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(get(metrics + "/metrics"))
                .contains("freshlegs_streams_dead_letters 1.0"));
        Decision closed = new Decision(true, KafkaUser.INGEST.usualName(), "WRITE", "TOPIC", Topics.DAY_CLOSED.name());
        await().atMost(PATIENCE).until(() -> site.decisions().contains(closed));
        walked = site.decisions();
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void to_an_alert_and_back_no_part_asks_for_more_than_was_listed() {
        assertThat(walked).filteredOn(decision -> !decision.allowed()).isEmpty();
    }

    @Test
    void no_part_was_listed_anything_that_it_does_not_use() {
        Set<String> used = walked.stream()
                .map(each -> line(each.user(), each.operation(), each.type(), each.name()))
                .collect(Collectors.toSet());
        Set<String> granted = Stream.of(Part.values())
                .map(Part::onKafka)
                .flatMap(user -> user.rights().stream()
                        .flatMap(right -> right.entries("User:" + user.usualName()))
                        .map(entry -> line(user, entry)))
                .collect(Collectors.toSet());
        granted.removeAll(used);
        assertThat(granted).isEqualTo(NOT_WALKED);
    }

    @Test
    void a_missing_right_is_named_when_the_part_starts() throws Exception {
        site.grant(STRANGER, KafkaUser.INGEST.rights());
        site.revoke(STRANGER, KafkaUser.INGEST, Topics.READING.name(), AclOperation.WRITE);

        assertThatThrownBy(() -> site.start(Part.INGEST, STRANGER))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("Kafka refuses this user Write on the topic wellness.reading.v1:")
                .hasMessageContaining("`freshlegs acls ingest`");
    }

    @Test
    void a_foreign_right_is_refused() throws Exception {
        assertThatThrownBy(() -> site.start(Part.STREAMS, KafkaUser.WAREHOUSE.usualName()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("freshlegs acls");
        try (KafkaProducer<String, String> producer = site.producer(KafkaUser.COACH)) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>(Topics.RECORDING.name(), "ben/x", "{}"))
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
        Ran refused = site.line(KafkaUser.COACH).run("athlete", "add", "cara");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("freshlegs topics create", "freshlegs acls");
    }

    @Test
    void a_wrong_password_and_a_certificate_that_is_not_trusted_are_told_apart() throws Exception {
        Path wrong = site.write("wrong-password", site.client(KafkaUser.INGEST, "guessed"));
        assertThatThrownBy(() -> site.start(Part.INGEST, "wrong-password", wrong))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("the password is wrong")
                .hasMessageNotContaining("guessed");
        Map<String, String> distrusting = new HashMap<>(site.client(KafkaUser.INGEST, "x"));
        distrusting.keySet().removeIf(key -> key.startsWith("ssl.truststore"));
        Path nobody = site.write("distrusting", distrusting);
        assertThatThrownBy(() -> site.start(Part.INGEST, "distrusting", nobody))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("certificate is not trusted");
    }

    @Test
    void what_is_refused_in_the_middle_of_work_waits_and_is_not_lost() throws Exception {
        String user = KafkaUser.INGEST.usualName();
        site.revoke(user, KafkaUser.INGEST, Topics.CHECKIN.name(), AclOperation.WRITE);
        Path files = Files.createDirectories(folder.resolve("dora"));
        Files.copy(folder.resolve("simulated/anna/checkins.csv"), files.resolve("checkins.csv"));
        site.handOver(files, "dora");
        Decision refused = new Decision(false, user, "WRITE", "TOPIC", Topics.CHECKIN.name());
        await().atMost(PATIENCE).until(() -> site.decisions().contains(refused));
        assertThat(imported("dora")).isZero();

        site.grant(user, KafkaUser.INGEST.rights());

        await().atMost(PATIENCE).until(() -> imported("dora") == 1);
    }

    private static String line(KafkaUser user, AclBinding entry) {
        return line(
                user.usualName(),
                entry.entry().operation().name(),
                entry.pattern().resourceType().name(),
                entry.pattern().name());
    }

    /** Transactional ids, and the groups of the intake, are granted by their beginning. */
    private static String line(String user, String operation, String type, String name) {
        boolean begins = type.equals("TRANSACTIONAL_ID") || name.startsWith(IngestTopics.GROUPS);
        return String.join(" ", user, operation, type, begins ? "..." : name);
    }

    private Access part(Part part) {
        return Objects.requireNonNull(parts.get(part));
    }

    /** On the page of the part that runs. */
    private void judge(String alert) throws Exception {
        URI console = part(Part.COACH).console().orElseThrow();
        HttpRequest request = HttpRequest.newBuilder(URI.create(console + "/episodes/" + alert + "/verdict"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("verdict=right&reason=She+had+the+flu."))
                .build();
        assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(303);
    }

    /** A record that nobody can read. */
    private void spoil() throws Exception {
        try (KafkaProducer<String, String> producer = site.producer(KafkaUser.OPERATOR)) {
            producer.send(new ProducerRecord<>(Topics.CHECKIN.name(), "ben/morning-checkin/x/y", "{"))
                    .get();
        }
    }

    private String alertOf(String athlete) {
        return await().atMost(PATIENCE)
                .until(
                        () -> site.line(KafkaUser.OPERATOR)
                                .run("alerts", "--athlete", athlete, "--json")
                                .json(),
                        alerts -> !alerts.isEmpty())
                .path(0)
                .path("id")
                .asText();
    }

    private int imported(String athlete) throws IOException {
        Ran ran = site.line(KafkaUser.OPERATOR).run("files", "--athlete", athlete, "--outcome", "imported", "--json");
        return ran.out().isEmpty() ? 0 : ran.json().size();
    }

    private static String get(String address) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }
}
