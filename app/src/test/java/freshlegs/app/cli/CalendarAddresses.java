package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.cli.CommandLineUnderTest.Ran;
import java.nio.file.Path;

/** Addresses under which a calendar program reads a plan. */
final class CalendarAddresses {
    private final CommandLineUnderTest freshlegs;

    /** Of a data folder at which a service is at work. */
    CalendarAddresses(Path data) {
        freshlegs = CommandLineUnderTest.on(data).with("FRESHLEGS_CALENDAR_URL", "https://runs.example.org/");
    }

    void areGivenListedAndRevoked() {
        assertThat(freshlegs
                        .run("athlete", "add", "carla", "--birth-year", "1990")
                        .code())
                .isZero();

        Ran added = freshlegs.run("calendar", "add", "--athlete", "carla", "--name", "phone");

        assertThat(added.code()).as(added.err()).isZero();
        assertThat(added.out()).matches("https://runs\\.example\\.org/calendar/[A-Za-z0-9_-]{43}\\.ics\n");
        String secret = added.out().strip().replaceAll(".*/|\\.ics", "");
        Ran listed = freshlegs.run("calendar", "list");
        assertThat(listed.out()).contains("carla", "phone", "never").doesNotContain(secret);
        assertThat(freshlegs
                        .run("calendar", "revoke", "--athlete", "carla", "--calendar", "x")
                        .code())
                .isEqualTo(1);
        assertThat(freshlegs.run("calendar", "revoke", "--athlete", "carla").out())
                .contains("phone, carla) cannot be read any more.");
        assertThat(freshlegs.run("calendar", "list", "--athlete", "carla").err())
                .contains("No calendars yet");
        assertThat(freshlegs.run("calendar", "add", "--athlete", "nobody").err())
                .contains("no athlete nobody");
    }
}
