package freshlegs.ingest.http;

import static freshlegs.ingest.http.AnIntake.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.ingest.Spool;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.workout.ComingWorkouts;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
    private final Path data;

    GateTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void without_a_right_token_nothing_is_taken_or_told() {
        try (AnIntake intake = AnIntake.in(data, Limits.STANDARD)) {
            String revokedToken = intake.tokens.add(AnIntake.ANNA, "old").secret();
            String id = intake.tokens.all().get(2).id();
            intake.tokens.revoke(id);
            for (String authorization : List.of(
                    AnIntake.basic("API_KEY", revokedToken),
                    AnIntake.basic("API_KEY", "fl_" + "a".repeat(43)),
                    AnIntake.basic("anna", intake.anna),
                    AnIntake.basic("API_KEY", intake.anna + "x"),
                    "Basic !!!",
                    "Basic",
                    "Bearer ",
                    "Bearer " + "x".repeat(3_000),
                    "Digest " + intake.anna)) {
                HttpResponse<String> answer = intake.send(HttpRequest.newBuilder(intake.at("/api/v1/files/a.fit"))
                        .header("Authorization", authorization)
                        .PUT(BodyPublishers.ofString("x")));
                assertThat(answer.statusCode()).as(authorization).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                        .startsWith("Basic realm=\"freshlegs\"");
            }
            for (String path : List.of("/api/v1/files/a.fit", "/api/v1/receipts/x", "/api/v1/athlete/0/activities")) {
                String method = path.endsWith("x") ? "GET" : path.endsWith("fit") ? "PUT" : "POST";
                HttpResponse<String> answer = intake.send(
                        HttpRequest.newBuilder(intake.at(path)).method(method, BodyPublishers.ofString("x")));
                assertThat(answer.statusCode()).as(path).isEqualTo(401);
                assertThat(error(answer)).contains("no token").contains("API_KEY");
            }
            assertThat(intake.pending()).isEmpty();
        }
    }

    @Test
    void many_wrong_tokens_are_slowed_down_while_the_right_one_still_opens() {
        try (AnIntake intake = AnIntake.in(data, Limits.STANDARD)) {
            for (int i = 0; i < 20; i++) {
                assertThat(wrong(intake).statusCode()).isEqualTo(401);
            }
            HttpResponse<String> slowed = wrong(intake);
            assertThat(slowed.statusCode()).isEqualTo(429);
            assertThat(slowed.headers().firstValue("Retry-After")).contains("60");
            assertThat(intake.put("a.fit", "x").statusCode()).isEqualTo(202);

            intake.clock.forward(Duration.ofSeconds(61));
            assertThat(wrong(intake).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void no_page_of_another_origin_gets_in() throws IOException {
        try (AnIntake intake = AnIntake.in(data, Limits.STANDARD)) {
            HttpResponse<String> preflight = intake.send(HttpRequest.newBuilder(intake.at("/api/v1/files/a.fit"))
                    .header("Origin", "https://evil.example")
                    .header("Access-Control-Request-Method", "PUT")
                    .method("OPTIONS", BodyPublishers.noBody()));
            assertThat(preflight.statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(preflight.headers().map()).doesNotContainKey("access-control-allow-origin");
            String renamed =
                    answerTo(intake, "GET /healthz HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
            assertThat(renamed).startsWith("HTTP/1.1 400").contains("this machine alone");
            HttpResponse<String> healthy = intake.send(HttpRequest.newBuilder(intake.at("/healthz")));
            assertThat(healthy.statusCode()).isEqualTo(200);
            assertThat(healthy.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(healthy.headers().firstValue("Server")).isEmpty();
        }
    }

    @Test
    void what_does_not_exist_or_is_not_done_here_is_said_plainly() {
        try (AnIntake intake = AnIntake.in(data, Limits.STANDARD)) {
            HttpResponse<String> nowhere = intake.send(intake.to("/nowhere", intake.anna));
            assertThat(nowhere.statusCode()).isEqualTo(404);
            assertThat(error(nowhere)).contains("no such address");
            HttpResponse<String> get = intake.send(intake.to("/api/v1/files/a.fit", intake.anna));
            assertThat(get.statusCode()).isEqualTo(405);
        }
    }

    @Test
    void a_door_adds_addresses_of_its_own() {
        try (AnIntake intake = AnIntake.withDoor(
                data,
                routes -> routes.post("/push", request -> request.status(200).result("taken")))) {
            HttpResponse<String> answer =
                    intake.send(HttpRequest.newBuilder(intake.at("/push")).POST(BodyPublishers.ofString("{}")));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("taken");
        }
    }

    @Test
    void a_file_for_which_the_disk_has_no_room_is_refused_before_it_is_sent() throws IOException {
        Limits endless =
                Limits.STANDARD.with(Limit.REQUEST_MEGABYTES, 1_048_576).with(Limit.ARCHIVE_MEGABYTES, 1_048_576);
        long announced = 1L << 40;
        assumeTrue(
                Files.getFileStore(data).getUsableSpace() < announced,
                "skipped: this disk has more than 1 TB to spare");
        try (AnIntake intake = AnIntake.in(data, endless)) {
            String answer = answerTo(
                    intake,
                    "PUT /api/v1/files/a.fit HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                            + AnIntake.basic("API_KEY", intake.anna) + "\r\nContent-Length: " + announced
                            + "\r\nExpect: 100-continue\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 507").contains("no room left on the disk");
            assertThat(intake.halfWritten()).isEmpty();
        }
    }

    @Test
    void who_says_nothing_for_long_is_not_waited_for() throws IOException {
        try (AnIntake intake = AnIntake.impatient(data, Duration.ofMillis(300))) {
            String silent = answerTo(
                    intake,
                    "PUT /api/v1/files/a.fit HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                            + AnIntake.basic("API_KEY", intake.anna) + "\r\nContent-Length: 100\r\n\r\nhalf");
            assertThat(silent).startsWith("HTTP/1.1 408").contains("stopped coming");
            assertThat(answerTo(intake, "PUT /api/v1/fi")).isEmpty();
            assertThat(intake.pending()).isEmpty();
            assertThat(intake.halfWritten()).isEmpty();
        }
    }

    @Test
    void a_form_that_stops_coming_between_its_files_says_so_and_which_were_taken() throws IOException {
        try (AnIntake intake = AnIntake.impatient(data, Duration.ofMillis(300))) {
            String first =
                    "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.fit\"\r\n\r\none\r\n--xx\r\n";
            for (String came : List.of("", first)) {
                String answer = answerTo(
                        intake,
                        "POST /api/v1/athlete/0/activities HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                                + AnIntake.basic("API_KEY", intake.anna)
                                + "\r\nContent-Type: multipart/form-data; boundary=xx\r\nContent-Length: 1000\r\n\r\n"
                                + came);
                assertThat(answer).startsWith("HTTP/1.1 408").contains("stopped coming");
            }
            assertThat(intake.pending()).singleElement().satisfies(id -> assertThat(
                            intake.ticket(id).path("path").asText())
                    .isEqualTo("upload/a.fit"));
            assertThat(intake.halfWritten()).isEmpty();
        }
    }

    @Test
    void an_address_that_is_taken_is_told_as_such() {
        try (AnIntake intake = AnIntake.in(data, Limits.STANDARD)) {
            IntakeServerSettings same =
                    new IntakeServerSettings("127.0.0.1", intake.address().getPort(), Limits.STANDARD, intake.clock);
            Spool spool = Spool.at(data, Limits.STANDARD, intake.clock);
            assertThatThrownBy(() -> IntakeServer.start(
                            same, spool, intake.tokens, OutcomeLookup.nowhere(), ComingWorkouts.nowhere(), List.of()))
                    .isInstanceOf(JavalinBindException.class);
        }
    }

    @Test
    void an_intake_without_a_database_says_so_in_its_receipts() {
        try (AnIntake intake = AnIntake.in(data, Limits.STANDARD)) {
            String id = AnIntake.json(intake.put("a.fit", "x")).path("id").asText();
            intake.finish(id);
            intake.outcomes.put("anna/" + id, OutcomeLookup.nowhere().find(AnIntake.ANNA, id));

            assertThat(AnIntake.json(intake.receipt(id, intake.anna))
                            .path("note")
                            .asText())
                    .contains("no database")
                    .contains("FRESHLEGS_POSTGRES_URL");
        }
    }

    private static HttpResponse<String> wrong(AnIntake intake) {
        return intake.send(
                intake.to("/api/v1/receipts/x", "fl_" + "b".repeat(43)).GET());
    }

    private static String answerTo(AnIntake intake, String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), intake.address().getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
