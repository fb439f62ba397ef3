package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.coach.ACoach;
import freshlegs.coach.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Listening> open = new ArrayList<>();
    private TestDatabase database;
    private ACoach coach;

    /** Somebody who hears what is said until nothing comes any more. */
    private static final class Listening {
        private String heard = "";
        private final InputStream in;
        private final CompletableFuture<Void> over;

        Listening(InputStream in) {
            this.in = in;
            this.over = CompletableFuture.runAsync(this::hear);
        }

        private synchronized void add(String more) {
            heard += more;
        }

        private synchronized String heard() {
            return heard;
        }

        private void hear() {
            byte[] some = new byte[512];
            try {
                for (int read = in.read(some); read >= 0; read = in.read(some)) {
                    add(new String(some, 0, read, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                add("broken off");
            }
        }
    }

    @BeforeEach
    void start() {
        database = TestDatabase.withSquad();
        coach = ACoach.lookingAt(database);
    }

    @AfterEach
    void stop() throws IOException {
        for (Listening listening : open) {
            listening.in.close();
        }
        coach.close();
        database.close();
    }

    @Test
    void whoever_listens_is_told_that_something_changed_and_never_what() {
        Listening first = listen();
        Listening second = listen();
        await().until(() ->
                first.heard().contains("event: here") && second.heard().contains("event: here"));
        database.run("insert into freshlegs.kafka_offset values ('freshlegs.trend.v1', 0, 7)");
        await().until(() ->
                first.heard().contains("event: changed") && second.heard().contains("event: changed"));
        assertThat(first.heard()).contains("data: 7").doesNotContain("anna", "trend");
    }

    @Test
    void one_account_has_so_many_listeners_and_no_more() {
        for (int i = 0; i < 12; i++) {
            listen();
        }
        await().until(() ->
                open.stream().allMatch(listening -> listening.heard().contains("event: here")));
        HttpResponse<InputStream> refused = ask();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("60");
    }

    @Test
    void a_console_that_closes_lets_everybody_go() {
        Listening listening = listen();
        await().until(() -> listening.heard().contains("event: here"));
        coach.close();
        await().until(listening.over::isDone);
    }

    private Listening listen() {
        HttpResponse<InputStream> answer = ask();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        Listening listening = new Listening(answer.body());
        open.add(listening);
        return listening;
    }

    private HttpResponse<InputStream> ask() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(coach.address() + "/live"))
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "gzip")
                .build();
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
