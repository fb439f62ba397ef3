package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.cli.CommandLineUnderTest.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarCommandTest {
    private final CommandLineUnderTest freshlegs;

    CalendarCommandTest(@TempDir Path temporary) {
        freshlegs = CommandLineUnderTest.on(temporary.resolve("data"))
                .with("FRESHLEGS_CALENDAR_URL", "https://runs.example.org/");
    }

    @Test
    void an_address_is_printed_once_listed_without_its_secret_and_revoked() {
        assertThat(freshlegs.run("calendar", "list").code()).isEqualTo(1);
        assertThat(freshlegs
                        .run("athlete", "add", "anna", "--birth-year", "1990")
                        .code())
                .isZero();

        Ran added = freshlegs.run("calendar", "add", "--athlete", "anna", "--name", "phone");

        assertThat(added.code()).as(added.err()).isZero();
        assertThat(added.out()).matches("https://runs\\.example\\.org/calendar/[A-Za-z0-9_-]{43}\\.ics\n");
        String secret = added.out().strip().replaceAll(".*/|\\.ics", "");
        Ran listed = freshlegs.run("calendar", "list");
        assertThat(listed.out()).contains("anna", "phone", "never").doesNotContain(secret);
        assertThat(freshlegs
                        .run("calendar", "revoke", "--athlete", "anna", "--calendar", "x")
                        .code())
                .isEqualTo(1);
        assertThat(freshlegs.run("calendar", "revoke", "--athlete", "anna").out())
                .contains("phone, anna) cannot be read any more.");
        assertThat(freshlegs.run("calendar", "list", "--athlete", "anna").err()).contains("No calendars yet");
        assertThat(freshlegs.run("calendar", "add", "--athlete", "nobody").err())
                .contains("no athlete nobody");
    }
}
