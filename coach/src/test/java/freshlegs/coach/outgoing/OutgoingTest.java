package freshlegs.coach.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingTest {
    private static final Reachable LOOPBACK = new Reachable(List.of(Block.of("127.0.0.1")));
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    private final CountDownLatch patience = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(java.util.concurrent.Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            heard.add(exchange.getRequestURI().getPath() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            switch (exchange.getRequestURI().getPath()) {
                case "/elsewhere" -> exchange.getResponseHeaders().add("Location", "/there");
                case "/busy" -> exchange.getResponseHeaders().add("Retry-After", "30");
                case "/hangs" -> await();
                default -> {}
            }
            int status = Map.of("/elsewhere", 302, "/busy", 429)
                    .getOrDefault(exchange.getRequestURI().getPath(), 200);
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        patience.countDown();
        server.stop(0);
    }

    @Test
    void a_receiver_gets_what_was_sent_and_its_status_comes_back() throws Exception {
        try (Outgoing outgoing = Outgoing.start(LOOPBACK, LIMIT)) {
            assertThat(outgoing.post(at("/here"), "text/plain", "Grüße".getBytes(UTF_8), Map.of("X-A", "b")))
                    .isEqualTo(new Outgoing.Reply(200, Optional.empty()));
            assertThat(outgoing.post(at("/busy"), "text/plain", "".getBytes(UTF_8), Map.of()))
                    .isEqualTo(new Outgoing.Reply(429, Optional.of(Duration.ofSeconds(30))));
        }
        assertThat(heard).containsExactly("/here Grüße", "/busy ");
    }

    @Test
    void a_redirect_is_an_answer_and_never_followed() throws Exception {
        try (Outgoing outgoing = Outgoing.start(LOOPBACK, LIMIT)) {
            assertThat(outgoing.post(at("/elsewhere"), "text/plain", "x".getBytes(UTF_8), Map.of())
                            .status())
                    .isEqualTo(302);
        }
        assertThat(heard).containsExactly("/elsewhere x");
    }

    @Test
    void who_never_answers_is_given_up_in_time() {
        try (Outgoing outgoing = Outgoing.start(LOOPBACK, Duration.ofMillis(300))) {
            assertThatThrownBy(() -> outgoing.post(at("/hangs"), "text/plain", "x".getBytes(UTF_8), Map.of()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void the_address_that_was_checked_is_the_one_that_is_connected_to() {
        AtomicInteger asked = new AtomicInteger();
        Lookup.Names rebinding = host ->
                new InetAddress[] {InetAddress.getByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.1")};
        try (Outgoing outgoing = Outgoing.start(rebinding, LOOPBACK, LIMIT)) {
            URI named =
                    URI.create("http://rebinding.example:" + server.getAddress().getPort() + "/named");
            assertThat(outgoing.post(named, "text/plain", "x".getBytes(UTF_8), Map.of())
                            .status())
                    .isEqualTo(200);
            assertThat(asked).hasValue(1);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The server listens on every way to this machine that a literal can name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "127.255.255.254",
                "2130706433",
                "0",
                "0.0.0.0",
                "localhost",
                "LOCALHOST.",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "[2002:a00:1::1]",
                "[fe80::1]",
                "[fec0::1]",
                "[fc00::1]",
                "[fd12:3456::1]",
                "[ff02::1]",
                "[2001:db8::1]",
                "[2001::1]",
                "[64:ff9b:1::1]",
                "[100::1]",
                "[5f00::1]",
                "10.0.0.1",
                "10.255.255.255",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.170",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "255.255.255.255",
                "240.0.0.1",
                "0.1.2.3"
            })
    void no_hostile_address_is_ever_connected_to(String host) {
        try (Outgoing outgoing = Outgoing.start(Reachable.publicOnly(), LIMIT)) {
            URI address =
                    URI.create("http://" + host + ":" + server.getAddress().getPort() + "/");
            assertThatThrownBy(() -> outgoing.post(address, "text/plain", "x".getBytes(UTF_8), Map.of()))
                    .isInstanceOf(IOException.class)
                    .satisfiesAnyOf(e -> assertThat(e).isInstanceOf(NotAllowed.class), e -> assertThat(e)
                            .isInstanceOf(java.net.UnknownHostException.class));
        }
        assertThat(heard).isEmpty();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void await() {
        try {
            patience.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
