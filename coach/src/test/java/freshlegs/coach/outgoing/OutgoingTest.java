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
import org.junit.jupiter.params.provider.MethodSource;

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

    @Test
    void a_name_that_was_public_when_it_was_entered_is_looked_up_again_when_something_is_sent() {
        AtomicInteger asked = new AtomicInteger();
        Lookup.Names rebinding = host ->
                new InetAddress[] {InetAddress.getByName(asked.getAndIncrement() == 0 ? "9.9.9.9" : "127.0.0.1")};
        try (Outgoing outgoing = Outgoing.start(rebinding, Reachable.publicOnly(), LIMIT)) {
            URI named =
                    URI.create("http://rebinding.example:" + server.getAddress().getPort() + "/named");
            assertThat(outgoing.whyNot(named)).isEmpty();
            assertThatThrownBy(() -> outgoing.post(named, "text/plain", new byte[1], Map.of()))
                    .isInstanceOf(NotAllowed.class);
            assertThat(outgoing.whyNot(named)).contains(NotAllowed.WHY);
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void a_name_with_one_hostile_address_among_others_is_refused() throws Exception {
        InetAddress[] both = {InetAddress.getByName("9.9.9.9"), InetAddress.getLoopbackAddress()};
        try (Outgoing outgoing = Outgoing.start(host -> both, Reachable.publicOnly(), LIMIT)) {
            assertThat(outgoing.whyNot(URI.create("http://mixed.example/"))).contains(NotAllowed.WHY);
        }
    }

    /** The server listens on every way to this machine that a literal can name. */
    @ParameterizedTest
    @MethodSource("freshlegs.coach.outgoing.HostileAddresses#all")
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
