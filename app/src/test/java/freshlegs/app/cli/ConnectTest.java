package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.setting.Setting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connecting as a person does it, and as the pages say, against a stand-in on loopback. */
class ConnectTest {
    private static final String KEY = "k3y-0f-anna-1234";
    private static final Pattern COMMAND = Pattern.compile("^\\./freshlegs (connect .*)$", Pattern.MULTILINE);

    private final Path data;
    private final Path keyFile;
    private final HttpServer server;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final CommandLineUnderTest freshlegs;

    ConnectTest(@TempDir Path folder) throws IOException {
        data = folder.resolve("data");
        keyFile = Files.writeString(folder.resolve("key.txt"), KEY + "\n");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/athlete/0/activities", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            String login = Base64.getEncoder().encodeToString(("API_KEY:" + KEY).getBytes(StandardCharsets.UTF_8));
            boolean isRight =
                    ("Basic " + login).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = "[]".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isRight ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        freshlegs = CommandLineUnderTest.on(data)
                .with(
                        "FRESHLEGS_INTERVALS_URL",
                        "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_key_is_tried_at_once_kept_for_the_owner_and_never_shown() throws IOException {
        Ran ran = freshlegs.run("connect", "intervals", "--athlete", "anna", "--key-file", keyFile, "--since", "all");

        assertThat(ran.err()).doesNotContain(KEY).contains("freshlegs connect list");
        assertThat(ran.out()).isEqualTo("anna is connected to intervals.icu, back to 2000-01-01.\n");
        assertThat(ran.code()).isZero();
        assertThat(asked).hasSize(1);
        Path book = data.resolve("connections.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(book)))
                .isEqualTo("rw-------");
        Ran list = freshlegs.run("connect", "list", "--json");
        assertThat(list.json().path(0).path("athlete").asText()).isEqualTo("anna");
        assertThat(list.json().path(0).path("since").asText()).isEqualTo("2000-01-01");
        assertThat(list.json().path(0).path("state").asText()).startsWith("not asked yet");
        assertThat(list.out()).doesNotContain(KEY);
        assertThat(freshlegs.run("connect", "remove", "--athlete", "anna").out())
                .contains("no longer connected");
        assertThat(freshlegs.run("connect", "remove", "--athlete", "anna").code())
                .isEqualTo(1);
        assertThat(book).content().doesNotContain(KEY);
    }

    @Test
    void workouts_are_sent_only_where_somebody_asked_for_it() throws IOException {
        Path book = data.resolve("connections.json");

        freshlegs.run("connect", "intervals", "--athlete", "anna", "--key-file", keyFile);
        assertThat(book).content().contains("\"workouts\":false");
        Ran ran = freshlegs.run("connect", "intervals", "--athlete", "anna", "--key-file", keyFile, "--workouts");
        assertThat(ran.out()).endsWith(", and workouts are sent there.\n");
        assertThat(book).content().contains("\"workouts\":true");

        Files.writeString(book, Files.readString(book).replace(",\"workouts\":true", ""));
        assertThat(freshlegs.run("connect", "list").code()).isZero();
    }

    @Test
    void a_wrong_key_is_said_plainly_and_nothing_is_kept() {
        Ran ran =
                freshlegs.with("FRESHLEGS_INTERVALS_KEY", "wrong-k3y").run("connect", "intervals", "--athlete", "anna");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err())
                .contains("Nothing was connected")
                .contains("does not accept the key")
                .doesNotContain("wrong-k3y");
        assertThat(data.resolve("connections.json")).doesNotExist();
    }

    @Test
    void what_cannot_be_a_key_is_not_sent_anywhere_nor_repeated() throws IOException {
        Files.writeString(keyFile, "two words");

        Ran ran = freshlegs.run("connect", "intervals", "--athlete", "anna", "--key-file", keyFile);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("That is no API key").doesNotContain("two words");
        assertThat(asked).isEmpty();
    }

    @Test
    void without_a_file_or_a_variable_the_key_is_read_from_standard_input() {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        Shell shell = new Shell(nowhere, nowhere, Map.of(), Clock.systemUTC(), false);
        ByteArrayInputStream input = new ByteArrayInputStream((KEY + "\nmore\n").getBytes(StandardCharsets.UTF_8));

        assertThat(new KeySource(shell, input).read(Optional.empty()).text()).isEqualTo(KEY);
    }

    @Test
    void a_garmin_adapter_that_anybody_could_reach_does_not_start() {
        Ran ran = freshlegs
                .with("FRESHLEGS_GARMIN", "on")
                .with("FRESHLEGS_GARMIN_KEY", "shortword")
                .run("run");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("FRESHLEGS_GARMIN_KEY must be").doesNotContain("shortword");
        assertThat(data).doesNotExist();
    }

    @Test
    void the_page_about_intervals_can_be_followed() throws IOException {
        freshlegs.with("FRESHLEGS_INTERVALS_KEY", KEY);

        List<Ran> ran = follow("docs/intake/intervals.md");

        assertThat(ran).hasSize(7).allMatch(each -> each.code() == 0);
        assertThat(ran.get(5).out()).contains("anna").contains("intervals");
        assertThat(page("docs/intake/intervals.md"))
                .contains("Strava does not let intervals.icu pass this run on", "entered by hand at intervals.icu");
    }

    @Test
    void the_page_about_garmin_can_be_followed() throws IOException {
        List<Ran> ran = follow("docs/intake/garmin.md");

        assertThat(ran).hasSize(2).allMatch(each -> each.code() == 0);
        assertThat(ran.get(1).out()).contains("anna").contains("garmin").contains("waits for notifications");
        String page = page("docs/intake/garmin.md");
        assertThat(page).contains("https://your.host/garmin/notifications/", "tried against a stand-in only");
        assertThat(Setting.all().stream().map(Setting::variable).filter(name -> name.startsWith("FRESHLEGS_GARMIN")))
                .hasSize(3)
                .allMatch(name -> page.contains("\n" + name + "="));
    }

    /** Runs the commands that the page shows, with the files that they speak of in place. */
    private List<Ran> follow(String page) throws IOException {
        return COMMAND.matcher(page(page))
                .results()
                .map(found -> Stream.of(found.group(1).split(" ", -1))
                        .map(word -> word.equals("key.txt") ? keyFile.toString() : word)
                        .toArray())
                .map(freshlegs::run)
                .toList();
    }

    private static String page(String name) throws IOException {
        return Files.readString(Path.of(System.getProperty("freshlegs.root")).resolve(name));
    }
}
