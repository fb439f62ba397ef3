package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.cli.CommandLineUnderTest.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens need nothing but the data folder. */
class TokenCommandTest {
    private final Path data;
    private final CommandLineUnderTest freshlegs;

    TokenCommandTest(@TempDir Path temporary) {
        data = temporary.resolve("data");
        freshlegs = CommandLineUnderTest.on(data).with("FRESHLEGS_INTAKE_PORT", "9001");
    }

    @Test
    void a_token_is_printed_once_with_a_line_to_try_it_and_listed_without() throws Exception {
        Ran added = freshlegs.run("token", "add", "--athlete", "anna", "--name", "phone");

        assertThat(added.code()).as(added.err()).isZero();
        String token = added.out().lines().findFirst().orElseThrow();
        assertThat(token).startsWith("fl_");
        assertThat(added.out())
                .isEqualTo(token + "\ncurl -u API_KEY:" + token
                        + " -F file=@run.fit http://127.0.0.1:9001/api/v1/athlete/0/activities\n");
        Ran listed = freshlegs.run("token", "list");
        assertThat(listed.out()).contains("anna", "phone", "never").doesNotContain(token);
        assertThat(Files.readString(data.resolve("tokens.json"))).doesNotContain(token);
    }

    @Test
    void a_list_shows_one_athletes_tokens_and_says_how_to_begin() {
        freshlegs.run("token", "add", "--athlete", "anna", "--name", "phone");

        Ran none = freshlegs.run("token", "list", "--athlete", "ben");

        assertThat(none.code()).isZero();
        assertThat(none.err()).contains("No tokens yet", "freshlegs token add");
    }

    @Test
    void revoking_what_is_not_there_is_told() {
        Ran nowhere = freshlegs.run("token", "revoke", "12345678");
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(nowhere.err()).contains("There is no such token", "freshlegs token list");
        assertThat(data).doesNotExist();

        freshlegs.run("token", "add", "--athlete", "anna", "--name", "phone");
        String id = freshlegs
                .run("token", "list", "--json")
                .json()
                .get(0)
                .path("id")
                .asText();
        assertThat(freshlegs.run("token", "revoke", id).out()).contains(id, "phone", "anna", "not valid any more");
        assertThat(freshlegs.run("token", "list", "--json").json()).isEmpty();
    }
}
