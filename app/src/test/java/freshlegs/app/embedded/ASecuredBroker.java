package freshlegs.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.model.topic.KafkaAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/**
 * A real broker in a process of its own that speaks TLS alone, knows its users by SCRAM, and refuses whatever was not granted;
 * only {@link #ROOT} may do anything.
 */
public final class ASecuredBroker implements AutoCloseable {
    public static final String ROOT = "root";

    private static final String CERTIFICATE = "CN=broker";
    private static final String STORE_PASSWORD = "only-for-this-test";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path folder;
    private final int port = FreePort.probe();
    private final Process process;

    private ASecuredBroker(Path folder, Map<String, Object> further, Collection<String> users)
            throws IOException, InterruptedException {
        this.folder = folder;
        certify();
        Path properties = Files.writeString(folder.resolve("broker.properties"), properties(further));
        format(properties, users);
        Path log = folder.resolve("broker.log");
        Path arguments = Files.writeString(
                folder.resolve("arguments"), "-cp\n\"" + System.getProperty("java.class.path") + "\"\n");
        process = Child.start(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dlogback.configurationFile=freshlegs/app/broker-logback.xml",
                        "-Dbroker.log=" + log,
                        "@" + arguments,
                        BrokerMain.class.getName(),
                        properties.toString(),
                        storage().toString()),
                log);
    }

    /** Returns when it answers; {@code further} are more of its own properties. */
    public static ASecuredBroker start(Path folder, Map<String, Object> further, Collection<String> users)
            throws Exception {
        ASecuredBroker broker = new ASecuredBroker(Files.createDirectories(folder), further, users);
        try (Admin admin = Admin.create(broker.as(ROOT).adminProperties())) {
            await().atMost(PATIENCE)
                    .until(() -> !admin.describeCluster().nodes().get().isEmpty());
        }
        return broker;
    }

    public KafkaAddress as(String user) {
        return new KafkaAddress(servers(), client(user, passwordOf(user)));
    }

    public String servers() {
        return "127.0.0.1:" + port;
    }

    public static String passwordOf(String user) {
        return "secret-of-" + user;
    }

    /** What a client needs to be that user. */
    public Map<String, String> client(String user, String password) {
        return Map.of(
                "security.protocol", "SASL_SSL",
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", certificate().toString(),
                "sasl.mechanism", "SCRAM-SHA-512",
                "sasl.jaas.config", login(user, password));
    }

    @Override
    public void close() {
        Child.stop(process, Duration.ofSeconds(15));
    }

    private static String login(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                + password + "\";";
    }

    /** Its own word for who it is, which it trusts as well. */
    private void certify() throws IOException, InterruptedException {
        keytool(
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-dname",
                CERTIFICATE,
                "-ext",
                "SAN=ip:127.0.0.1",
                "-validity",
                "2");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "broker",
                "-file",
                certificate().toString());
    }

    private void keytool(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        line.addAll(List.of(words));
        line.addAll(List.of("-storetype", "PKCS12", "-keystore", keystore().toString(), "-storepass", STORE_PASSWORD));
        Process tool = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tool.waitFor()).as(said).isZero();
    }

    private String properties(Map<String, Object> further) {
        int controller = FreePort.probe();
        Map<String, Object> secured = Map.ofEntries(
                Map.entry("listeners", "SASL_SSL://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller),
                Map.entry("advertised.listeners", "SASL_SSL://127.0.0.1:" + port),
                Map.entry("listener.security.protocol.map", "SASL_SSL:SASL_SSL,CONTROLLER:SSL"),
                Map.entry("listener.name.controller.ssl.client.auth", "required"),
                Map.entry("inter.broker.listener.name", "SASL_SSL"),
                Map.entry("sasl.enabled.mechanisms", "SCRAM-SHA-512"),
                Map.entry("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512"),
                Map.entry("listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config", login(ROOT, passwordOf(ROOT))),
                Map.entry("ssl.keystore.type", "PKCS12"),
                Map.entry("ssl.keystore.location", keystore()),
                Map.entry("ssl.keystore.password", STORE_PASSWORD),
                Map.entry("ssl.truststore.type", "PEM"),
                Map.entry("ssl.truststore.location", certificate()),
                Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                Map.entry("super.users", "User:" + ROOT + ";User:" + CERTIFICATE));
        return BrokerProperties.text(storage(), port, controller) + lines(secured) + lines(further);
    }

    /** Later lines win. */
    private static String lines(Map<String, Object> properties) {
        return properties.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static void format(Path properties, Collection<String> users) {
        List<String> words = new ArrayList<>(
                List.of("format", "--cluster-id", Uuid.randomUuid().toString(), "--config", properties.toString()));
        List<String> all = new ArrayList<>(users);
        all.add(ROOT);
        all.forEach(user -> words.addAll(List.of(
                "--add-scram", "SCRAM-SHA-512=[name=" + user + ",iterations=4096,password=" + passwordOf(user) + "]")));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code =
                StorageTool.execute(words.toArray(String[]::new), new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }

    private Path keystore() {
        return folder.resolve("broker.p12");
    }

    private Path certificate() {
        return folder.resolve("broker.pem");
    }

    private Path storage() {
        return folder.resolve("storage");
    }
}
