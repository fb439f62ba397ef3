package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.service.Access;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountCommandTest {
    private static final String PASSWORD = "long walks by the river";

    private final InputStream before = System.in;
    private final CommandLineUnderTest freshlegs;

    AccountCommandTest(@TempDir Path temporary) {
        freshlegs = CommandLineUnderTest.on(temporary.resolve("data"))
                .with("FRESHLEGS_CONSOLE_URL", "https://runs.example.org/");
    }

    @AfterEach
    void giveBack() {
        System.setIn(before);
    }

    private Ran typing(String line, Object... arguments) {
        System.setIn(new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return freshlegs.run(arguments);
    }

    @Test
    void accounts_are_added_shared_with_listed_and_disabled_while_the_console_runs() throws Exception {
        try (Access running = freshlegs.serve(Clock.systemUTC())) {
            URI console = running.console().orElseThrow();
            assertThat(freshlegs.run("athlete", "add", "anna").code()).isZero();
            assertThat(freshlegs.run("account", "list").err()).contains("No accounts yet");
            assertThat(typing("short", "account", "add", "--login", "ben").err())
                    .contains("A password has 10 to 200 characters");

            Ran added = typing(
                    PASSWORD,
                    "account",
                    "add",
                    "--login",
                    "Ben",
                    "--name",
                    "Ben B.",
                    "--operator",
                    "--athlete",
                    "anna");

            assertThat(added.out()).as(added.err()).isEqualTo("ben\n");
            assertThat(typing(PASSWORD, "account", "add", "--login", "ben").err())
                    .contains("is taken");
            Ran invited = freshlegs.run("account", "add", "--login", "eve", "--invite");
            assertThat(invited.out()).matches("https://runs\\.example\\.org/invitations/[A-Za-z0-9_-]{43}\n");
            assertThat(freshlegs
                            .run("account", "share", "--athlete", "anna", "--login", "eve", "--role", "viewer")
                            .out())
                    .isEqualTo("eve sees anna as viewer.\n");
            assertThat(freshlegs
                            .run("account", "share", "--athlete", "nobody", "--login", "eve", "--role", "viewer")
                            .err())
                    .contains("no athlete nobody");
            assertThat(freshlegs.run("account", "list").out())
                    .contains("Ben B.", "anna (coach)", "no password", "anna (viewer)")
                    .doesNotContain("argon2", PASSWORD);
            assertThat(freshlegs
                            .run("account", "unshare", "--athlete", "anna", "--login", "eve")
                            .out())
                    .contains("does not see anna any more");
            assertThat(freshlegs.run("account", "disable", "--login", "eve").code())
                    .isZero();
            assertThat(freshlegs.run("account", "enable", "--login", "nobody").err())
                    .contains("no account with this login");
            assertThat(typing("another long password", "account", "password", "--login", "ben")
                            .out())
                    .contains("is another now");
            assertThat(freshlegs.run("audit", "--athlete", "anna").err()).contains("Nobody has asked about anna");

            var stranger = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(console).build(), BodyHandlers.ofString());
            assertThat(stranger.statusCode()).isEqualTo(303);
        }
    }
}
