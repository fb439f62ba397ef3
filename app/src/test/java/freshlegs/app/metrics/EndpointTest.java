package freshlegs.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freshlegs.app.problem.Problem;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndpointTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Health alive = new Health();
    private final Health ready = new Health();
    private final Endpoint endpoint = Endpoint.start(
            "127.0.0.1", 0, (out, type) -> out.write(type.getBytes(StandardCharsets.UTF_8)), alive, ready);

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void metrics_come_in_the_format_that_is_asked_for() throws Exception {
        assertThat(ask(request("/metrics")).body()).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        HttpResponse<String> open =
                ask(request("/metrics").header("Accept", "application/openmetrics-text;version=1.0.0,*/*;q=0.1"));
        assertThat(open.headers().firstValue("Content-Type")).hasValue(open.body());
        assertThat(open.body()).startsWith("application/openmetrics-text; version=1.0.0");
    }

    @Test
    void a_check_that_is_not_well_or_fails_is_named_with_its_sentence_and_makes_the_answer_503() throws Exception {
        alive.add("ingest", () -> Answer.well("The ingest runs."));
        ready.add("kafka", () -> Answer.unwell("Kafka does not answer."));
        ready.add("tables", () -> {
            throw new IllegalStateException("jdbc:postgresql://secret");
        });

        HttpResponse<String> lives = ask(request("/healthz"));
        HttpResponse<String> works = ask(request("/readyz"));

        assertThat(lives.statusCode()).isEqualTo(200);
        assertThat(lives.body())
                .isEqualTo(
                        "{\"ok\":true,\"checks\":[{\"name\":\"ingest\",\"ok\":true,\"sentence\":\"The ingest runs.\"}]}");
        assertThat(works.statusCode()).isEqualTo(503);
        assertThat(works.body())
                .contains("{\"name\":\"kafka\",\"ok\":false,\"sentence\":\"Kafka does not answer.\"}", "\"tables\"")
                .doesNotContain("secret");
    }

    @Test
    void it_is_only_read_and_knows_no_other_address() throws Exception {
        HttpResponse<String> written = ask(request("/healthz").POST(BodyPublishers.ofString("x")));

        assertThat(written.statusCode()).isEqualTo(405);
        assertThat(written.headers().firstValue("Allow")).hasValue("GET, HEAD");
        assertThat(ask(request("/")).statusCode()).isEqualTo(404);
        assertThat(ask(request("/readyz").method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_port_in_use_is_one_sentence_that_names_the_option() {
        int port = endpoint.address().getPort();

        assertThatThrownBy(() -> Endpoint.start("127.0.0.1", port, (out, type) -> {}, alive, ready))
                .isInstanceOf(Problem.class)
                .hasMessage("Metrics and health cannot be shown at 127.0.0.1, port " + port
                        + ", which is in use or not this machine's: choose another port with --metrics-port.");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(endpoint.address().resolve(path));
    }

    private static HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
