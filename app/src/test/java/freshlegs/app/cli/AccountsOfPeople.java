package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.cli.CommandLineUnderTest.Ran;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Accounts at the command line; the first one shuts the pages to strangers. */
final class AccountsOfPeople {
    private static final String PASSWORD = "long walks by the river";

    private final CommandLineUnderTest freshlegs;
    private final URI console;

    /** Of a data folder at which a service is at work. */
    AccountsOfPeople(Path data, URI console) {
        freshlegs = CommandLineUnderTest.on(data).with("FRESHLEGS_CONSOLE_URL", "https://runs.example.org/");
        this.console = console;
    }

    private Ran typing(String line, Object... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            return freshlegs.run(arguments);
        } finally {
            System.setIn(before);
        }
    }

    void areAddedSharedWithListedAndDisabled() throws Exception {
        assertThat(freshlegs.run("athlete", "add", "vera").code()).isZero();
        assertThat(freshlegs.run("account", "list").err()).contains("No accounts yet");
        assertThat(typing("short", "account", "add", "--login", "ben").err())
                .contains("A password has 10 to 200 characters");

        Ran added = typing(
                PASSWORD, "account", "add", "--login", "Ben", "--name", "Ben B.", "--operator", "--athlete", "vera");

        assertThat(added.out()).as(added.err()).isEqualTo("ben\n");
        assertThat(typing(PASSWORD, "account", "add", "--login", "ben").err()).contains("is taken");
        Ran invited = freshlegs.run("account", "add", "--login", "eve", "--invite");
        assertThat(invited.out()).matches("https://runs\\.example\\.org/invitations/[A-Za-z0-9_-]{43}\n");
        assertThat(freshlegs
                        .run("account", "share", "--athlete", "vera", "--login", "eve", "--role", "viewer")
                        .out())
                .isEqualTo("eve sees vera as viewer.\n");
        assertThat(freshlegs
                        .run("account", "share", "--athlete", "nobody", "--login", "eve", "--role", "viewer")
                        .err())
                .contains("no athlete nobody");
        assertThat(freshlegs.run("account", "list").out())
                .contains("Ben B.", "vera (coach)", "no password", "vera (viewer)")
                .doesNotContain("argon2", PASSWORD);
        assertThat(freshlegs
                        .run("account", "unshare", "--athlete", "vera", "--login", "eve")
                        .out())
                .contains("does not see vera any more");
        assertThat(freshlegs.run("account", "disable", "--login", "eve").code()).isZero();
        assertThat(freshlegs.run("account", "enable", "--login", "nobody").err())
                .contains("no account with this login");
        assertThat(typing("another long password", "account", "password", "--login", "ben")
                        .out())
                .contains("is another now");
        assertThat(freshlegs.run("audit", "--athlete", "vera").err()).contains("Nobody has asked about vera");

        var stranger =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(console).build(), BodyHandlers.ofString());
        assertThat(stranger.statusCode()).isEqualTo(303);
    }
}
