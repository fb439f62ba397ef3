package freshlegs.app.rights;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.cli.CommandLineUnderTest;
import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.embedded.ASecuredBroker;
import freshlegs.app.embedded.EmbeddedPostgres;
import freshlegs.app.service.Access;
import freshlegs.app.service.Part;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker that refuses whatever was not granted, a database, and what is started and said there by users of their own. */
final class ASecuredSite implements AutoCloseable {
    /** Somebody without any right. */
    static final String STRANGER = "stranger";

    private final Path folder;
    private final ASecuredBroker broker;
    private final EmbeddedPostgres postgres;
    private final Deque<Access> started = new ArrayDeque<>();

    private ASecuredSite(Path folder, ASecuredBroker broker, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.broker = broker;
        this.postgres = postgres;
    }

    static ASecuredSite in(Path folder) throws Exception {
        List<String> users = new ArrayList<>(List.of(STRANGER));
        Stream.of(KafkaUser.values()).map(KafkaUser::usualName).distinct().forEach(users::add);
        return new ASecuredSite(
                folder,
                ASecuredBroker.start(
                        folder.resolve("kafka"),
                        Map.of(
                                "authorizer.class.name",
                                NotingAuthorizer.class.getName(),
                                NotingAuthorizer.NOTES,
                                notes(folder)),
                        users),
                EmbeddedPostgres.start(
                        Files.createDirectories(folder.resolve("db")),
                        folder.resolve("db.log"),
                        Path.of("target/postgres-programs")));
    }

    KafkaAddress as(KafkaUser user) {
        return broker.as(user.usualName());
    }

    DatabaseAddress database() {
        return postgres.address();
    }

    /** What a client of that user is told, with a password that may be wrong. */
    Map<String, String> client(KafkaUser user, String password) {
        return broker.client(user.usualName(), password);
    }

    /** Has Kafka's own tool do what a script says; answers how many calls that were. */
    int grant(String script) throws IOException, InterruptedException {
        return new KafkaAcls(folder, broker.servers(), properties(ASecuredBroker.ROOT)).run(script);
    }

    void grant(String user, List<Right> rights) throws Exception {
        try (Admin admin = root()) {
            admin.createAcls(rights.stream()
                            .flatMap(right -> right.entries("User:" + user))
                            .toList())
                    .all()
                    .get();
        }
    }

    void revoke(String user, KafkaUser like, String topic, AclOperation operation) throws Exception {
        List<AclBindingFilter> entry = like.rights().stream()
                .flatMap(right -> right.entries("User:" + user))
                .filter(each ->
                        each.pattern().name().equals(topic) && each.entry().operation() == operation)
                .map(AclBinding::toFilter)
                .toList();
        try (Admin admin = root()) {
            assertThat(admin.deleteAcls(entry).all().get()).hasSize(1);
        }
    }

    KafkaProducer<String, String> producer(KafkaUser user) {
        return new KafkaProducer<>(as(user).producerProperties(), new StringSerializer(), new StringSerializer());
    }

    /** What the broker allowed and refused until now. */
    List<Decision> decisions() throws IOException {
        return Decision.in(notes(folder));
    }

    void forgetDecisions() throws IOException {
        Files.delete(notes(folder));
    }

    Ran ran(KafkaUser user, Object... words) throws IOException {
        Ran ran = line(user).run(words);
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }

    CommandLineUnderTest line(KafkaUser user) throws IOException {
        CommandLineUnderTest line = CommandLineUnderTest.on(data(user));
        environment(properties(user.usualName())).forEach(line::with);
        return line;
    }

    Access start(Part part, String user) throws Exception {
        return start(part, user, properties(user));
    }

    /** In a folder of that name, as whom the properties say. */
    Access start(Part part, String name, Path properties) throws Exception {
        Access access = Access.alone(
                part,
                Settings.of(
                        Map.of(
                                Catalogue.DATA,
                                folder.resolve("data").resolve(name).toString()),
                        Map.of(),
                        environment(properties)),
                Clock.systemUTC());
        started.push(access);
        return access;
    }

    /** As files come from somebody's watch, into the folder of the part that takes them in. */
    void handOver(Path files, String athlete) throws IOException {
        Path inbox =
                Files.createDirectories(data(KafkaUser.INGEST).resolve("inbox").resolve(athlete));
        try (Stream<Path> all = Files.list(files)) {
            for (Path file : all.toList()) {
                Path arriving = inbox.resolve("." + file.getFileName());
                Files.copy(file, arriving);
                Files.move(arriving, inbox.resolve(file.getFileName()));
            }
        }
    }

    Path write(String name, Map<String, String> properties) throws IOException {
        return Files.write(
                folder.resolve(name + ".properties"),
                properties.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .toList());
    }

    @Override
    public void close() {
        started.forEach(Access::close);
        postgres.close();
        broker.close();
    }

    private Admin root() {
        return Admin.create(broker.as(ASecuredBroker.ROOT).adminProperties());
    }

    private Path properties(String user) throws IOException {
        return write(user, broker.client(user, ASecuredBroker.passwordOf(user)));
    }

    private Map<String, String> environment(Path properties) {
        return Map.ofEntries(
                Map.entry("FRESHLEGS_KAFKA", broker.servers()),
                Map.entry("FRESHLEGS_KAFKA_PROPERTIES", properties.toString()),
                Map.entry("FRESHLEGS_POSTGRES_URL", database().jdbcUrl()),
                Map.entry("FRESHLEGS_POSTGRES_USER", database().user()),
                Map.entry("FRESHLEGS_POSTGRES_PASSWORD", database().password()),
                Map.entry("FRESHLEGS_ZONE", "UTC"),
                Map.entry("FRESHLEGS_POLL", "100ms"),
                Map.entry("FRESHLEGS_CONSOLE_PORT", "0"),
                Map.entry("FRESHLEGS_INTAKE_PORT", "0"),
                Map.entry("FRESHLEGS_METRICS_PORT", "0"));
    }

    private Path data(KafkaUser user) {
        return folder.resolve("data").resolve(user.usualName());
    }

    private static Path notes(Path folder) {
        return folder.resolve("decisions");
    }
}
