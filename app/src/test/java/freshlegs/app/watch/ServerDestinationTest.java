package freshlegs.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import freshlegs.app.watch.PluggedWatch.Make;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.AthleteId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small real server that answers as it is told, and otherwise takes everything. */
class ServerDestinationTest {
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final Answer TAKEN = new Answer(202, "{\"id\":\"r1\"}", "");

    private record Answer(int status, String body, String retryAfter) {}

    private final Path temporary;
    private final Path data;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    ServerDestinationTest(@TempDir Path temporary) {
        this.temporary = temporary;
        this.data = temporary.resolve("data");
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void files_are_put_with_the_token_and_remembered_after_202() throws Exception {
        PluggedWatch watch = watch("GARMIN/Activity/run 1 ü.fit", "GARMIN/Sleep/s.fit");

        WatchReport first = sync(watch, "secret-token");
        WatchReport second = sync(watch, "secret-token");

        assertThat(first.handedOver()).containsExactlyInAnyOrder("Activity/run 1 ü.fit", "Sleep/s.fit");
        assertThat(requests)
                .containsExactlyInAnyOrder(
                        "PUT /api/v1/files/run%201%20%C3%BC.fit Bearer secret-token "
                                + Files.size(watch.storage().resolve("GARMIN/Activity/run 1 ü.fit")),
                        "PUT /api/v1/files/s.fit Bearer secret-token "
                                + Files.size(watch.storage().resolve("GARMIN/Sleep/s.fit")));
        assertThat(second.known()).isEqualTo(2);
        assertThat(leftovers()).isEmpty();
        assertThat(Files.readString(data.resolve("watches.json"))).doesNotContain("secret-token");
    }

    @Test
    void without_a_receipt_nothing_counts_as_taken() throws Exception {
        PluggedWatch watch = watch("GARMIN/Activity/a.fit");
        for (Answer no : List.of(
                new Answer(200, "<html>welcome</html>", ""),
                new Answer(202, "<html>a gateway</html>", ""),
                new Answer(302, "", ""),
                new Answer(404, "", ""))) {
            answers.add(no);
            WatchReport report = sync(watch, "t");
            assertThat(report.handedOver()).isEmpty();
            assertThat(report.problem())
                    .hasValueSatisfying(text -> assertThat(text).contains("is the address right?"));
        }
        assertThat(sync(watch, "t").handedOver()).hasSize(1);
    }

    @Test
    void a_token_that_is_not_accepted_stops_everything_and_says_so() throws Exception {
        PluggedWatch watch = watch("GARMIN/Activity/a.fit", "GARMIN/Activity/b.fit");
        answers.add(new Answer(401, "{}", ""));

        WatchReport report = sync(watch, "t");

        assertThat(report.problem()).contains("the server does not accept the token: make a new one for the athlete");
        assertThat(requests).hasSize(1);
        assertThat(sync(watch, "t").handedOver()).hasSize(2);
    }

    @Test
    void a_file_that_is_too_large_for_the_server_stops_no_other() throws Exception {
        PluggedWatch watch = watch("GARMIN/Activity/a.fit", "GARMIN/Activity/b.fit");
        answers.add(new Answer(413, "{\"error\":\"more than 512 megabytes\"}", ""));

        WatchReport report = sync(watch, "t");

        assertThat(report.failed())
                .containsExactly(new Skipped(
                        "Activity/b.fit", "the server takes no file of that size: more than 512 megabytes"));
        assertThat(report.handedOver()).containsExactly("Activity/a.fit");
        assertThat(report.isComplete()).isFalse();
    }

    @Test
    void a_server_that_asks_to_wait_is_waited_for_but_not_for_ever() throws Exception {
        PluggedWatch watch = watch("GARMIN/Activity/a.fit");
        answers.add(new Answer(429, "", "7"));
        assertThat(sync(watch, "t").handedOver()).hasSize(1);
        assertThat(waits).contains(Duration.ofSeconds(7));

        PluggedWatch another = watch("GARMIN/Activity/a.fit", "GARMIN/Activity/b.fit");
        answers.add(new Answer(429, "", "3600"));
        WatchReport report = sync(another, "t");
        assertThat(report.problem()).contains("the server asks to wait 3600 s: what is missing comes next time");
        assertThat(waits).allMatch(wait -> wait.toSeconds() < 60);
    }

    @Test
    void a_full_server_is_left_until_there_is_room() throws Exception {
        PluggedWatch watch = watch("GARMIN/Activity/a.fit", "GARMIN/Activity/b.fit");
        answers.add(new Answer(507, "", ""));

        assertThat(sync(watch, "t").problem())
                .contains("the server's disk is full: what is missing comes when there is room");
        assertThat(requests).hasSize(1);
    }

    @Test
    void a_server_that_fails_for_a_moment_is_asked_again() throws Exception {
        PluggedWatch watch = watch("GARMIN/Activity/a.fit");
        answers.addAll(List.of(new Answer(503, "", ""), new Answer(500, "", ""), new Answer(408, "", "")));

        assertThat(sync(watch, "t").handedOver()).hasSize(1);
        assertThat(requests).hasSize(4);
    }

    @Test
    void a_server_that_never_ends_its_answer_is_not_waited_for() throws Exception {
        PluggedWatch watch = watch("GARMIN/Activity/a.fit");
        try (ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answering = CompletableFuture.runAsync(() -> answerHalf(hanging));
            URI address = URI.create("http://127.0.0.1:" + hanging.getLocalPort());

            WatchReport report = sync(
                    watch, ANNA, new ServerDestination(address, token("t"), data, waits::add, Duration.ofMillis(500)));

            assertThat(report.problem()).contains("the server does not answer: what is missing comes next time");
            assertThat(answering).isNotDone();
        }
    }

    /** Says that a hundred bytes come, and sends one. */
    private static void answerHalf(ServerSocket server) {
        List<Socket> open = new ArrayList<>();
        try {
            while (true) {
                Socket client = server.accept();
                open.add(client);
                client.getOutputStream()
                        .write("HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\n{"
                                .getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            open.forEach(client -> {
                try {
                    client.close();
                } catch (IOException closed) {
                    throw new java.io.UncheckedIOException(closed);
                }
            });
        }
    }

    @Test
    void a_server_that_is_away_leaves_everything_for_the_next_time() throws Exception {
        PluggedWatch watch = watch("GARMIN/Activity/a.fit", "GARMIN/Activity/b.fit");
        server.stop(0);

        WatchReport report = sync(watch, "t");

        assertThat(report.problem()).contains("the server does not answer: what is missing comes next time");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void one_athletes_token_never_carries_anothers_files() throws Exception {
        PluggedWatch annas = watch("GARMIN/Activity/a.fit");
        assertThat(sync(annas, "t").isComplete()).isTrue();

        AWatch.garmin(temporary.resolve("beas"), 5678).withFit("GARMIN/Activity/b.fit");
        PluggedWatch beas = new PluggedWatch(Make.GARMIN, temporary.resolve("beas"), temporary.resolve("beas/GARMIN"));
        WatchReport refused = sync(beas, AthleteId.of("bea"), token("t"));
        assertThat(refused.problem())
                .hasValueSatisfying(text -> assertThat(text).startsWith("the token is another athlete's"));
        assertThat(requests).hasSize(1);

        Files.writeString(temporary.resolve("bea.token"), "beas-own\n");
        Token each = Token.from(Optional.of(temporary.resolve("{athlete}.token").toString()), Map.of());
        assertThat(sync(beas, AthleteId.of("bea"), each).isComplete()).isTrue();
        assertThat(requests.get(1)).contains("Bearer beas-own");
    }

    private PluggedWatch watch(String... files) throws IOException {
        AWatch watch = AWatch.garmin(temporary.resolve("GARMIN"), 34561234);
        watch.describedAs("GARMIN/GarminDevice.xml", "Forerunner 265").withFit(files);
        return new PluggedWatch(Make.GARMIN, watch.storage(), watch.storage().resolve("GARMIN"));
    }

    private WatchReport sync(PluggedWatch watch, String token) throws Exception {
        return sync(watch, ANNA, token(token));
    }

    private static Token token(String text) {
        return Token.from(Optional.empty(), Map.of("FRESHLEGS_TOKEN", text));
    }

    private WatchReport sync(PluggedWatch watch, AthleteId athlete, Token token) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return sync(watch, athlete, new ServerDestination(address, token, data, waits::add));
    }

    private WatchReport sync(PluggedWatch watch, AthleteId athlete, Destination destination) throws Exception {
        try (Watches watches = Watches.hold(data)) {
            WatchSync.Seen seen = WatchSync.see(watch, WatchReader.PLAIN);
            if (watches.ownerOf(seen.identity()).isEmpty()) {
                watches.give(seen.identity(), athlete, Instant.EPOCH);
            }
            return new WatchSync(watches, destination, WatchReader.PLAIN, Limits.STANDARD).run(seen, (done, all) -> {});
        }
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("spool/tmp"))) {
            return files.toList();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " " + body.length);
        Answer answer = Optional.ofNullable(answers.poll()).orElse(TAKEN);
        if (!answer.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
        }
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }
}
