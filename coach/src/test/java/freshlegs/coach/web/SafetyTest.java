package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SafetyTest {
    private static final List<String> PAGES = List.of(
            "/", "/athletes/anna", "/athletes/ivy", "/episodes/anna.2026-11-15.fatigue", "/nowhere", "/athletes/Anna");
    private static TestDatabase database;
    private static ACoach coach;

    @BeforeAll
    static void open() {
        database = TestDatabase.withSquad();
        coach = ACoach.lookingAt(database);
    }

    @AfterAll
    static void close() {
        coach.close();
        database.close();
    }

    @Test
    void what_athletes_and_files_say_is_escaped() {
        String squad = coach.get("/").body();
        assertThat(squad).doesNotContain("<script>alert");
        assertThat(ACoach.textOf(squad)).contains("<script>alert(\"why\")</script> & \"quoted\"");
        String ivy = coach.get("/athletes/ivy").body();
        assertThat(ivy).doesNotContain("<script>alert", "<img", "<b>broken");
        assertThat(ACoach.textOf(ivy)).contains("failed inbox/ivy/<img src=x onerror=alert(1)>.fit <b>broken</b>");
    }

    @Test
    void every_answer_allows_our_own_files_only() {
        for (String path : List.of("/", "/athletes/anna", "/nowhere", "/api/v1/squad", "/healthz", "/athletes/Anna")) {
            HttpResponse<String> answer = coach.get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "http", "*");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("Server")).isEmpty();
        }
    }

    @Test
    void no_page_has_styles_or_scripts_within() {
        for (String path : PAGES) {
            assertThat(coach.get(path).body())
                    .as(path)
                    .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
                    .doesNotContain("<style", " style=", "javascript:")
                    .doesNotContainPattern("\\son[a-z]+=\"");
        }
    }

    @Test
    void no_page_or_file_names_another_host() {
        for (String path : PAGES) {
            String page = coach.get(path).body();
            assertThat(page).as(path).doesNotContainPattern("(?i)(href|src|action)=\"(https?:)?//");
            Matcher asset = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"").matcher(page);
            while (asset.find()) {
                HttpResponse<String> file = coach.get(asset.group(1));
                assertThat(file.statusCode()).as(asset.group(1)).isEqualTo(200);
                assertThat(file.headers().firstValue("Cache-Control").orElseThrow())
                        .contains("immutable");
                assertThat(withoutComments(file.body())).as(asset.group(1)).doesNotContain("//", "url(", "@import");
            }
        }
    }

    /** What remains of a name space is no request either. */
    private static String withoutComments(String file) {
        return file.replaceAll("(?s)/\\*.*?\\*/", "").replace("http://www.w3.org/2000/svg", "");
    }

    @Test
    void a_name_elsewhere_that_points_here_is_refused() throws IOException {
        assertThat(answerTo("evil.example")).startsWith("HTTP/1.1 400").doesNotContain("anna");
        assertThat(answerTo("localhost:" + coach.address().getPort())).startsWith("HTTP/1.1 200");
    }

    @Test
    void nothing_can_be_written_through_the_console() {
        HttpRequest post = HttpRequest.newBuilder(URI.create(coach.address() + "/athletes/anna"))
                .POST(BodyPublishers.ofString("x"))
                .build();
        HttpResponse<String> answer = coach.send(post);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(ACoach.textOf(answer.body())).contains("can only be read");
    }

    private static String answerTo(String host) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), coach.address().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
