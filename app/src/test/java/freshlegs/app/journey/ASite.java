package freshlegs.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.app.cli.CommandLineUnderTest;
import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.service.Access;
import freshlegs.app.service.Rest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** Everything as a service in this process, on a day from noon on, and the command line of whoever runs it. */
final class ASite implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(3);

    private final LocalDate today;
    private final CommandLineUnderTest freshlegs;
    private final Access access;

    private ASite(LocalDate today, CommandLineUnderTest freshlegs, Access access) {
        this.today = today;
        this.freshlegs = freshlegs;
        this.access = access;
    }

    /** The last one that is over. */
    static LocalDate aMonday() {
        return LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.previous(DayOfWeek.MONDAY));
    }

    static ASite on(LocalDate today, Path data) throws InterruptedException {
        Clock machine = Clock.systemUTC();
        Clock clock = Clock.offset(
                machine,
                Duration.between(machine.instant(), today.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)));
        CommandLineUnderTest freshlegs = CommandLineUnderTest.on(data)
                .with("FRESHLEGS_OUTGOING_ALLOWED", "127.0.0.0/8")
                .with("FRESHLEGS_SETTLE", "1s")
                .by(clock);
        return new ASite(today, freshlegs, freshlegs.serve(clock));
    }

    LocalDate today() {
        return today;
    }

    URI console() {
        return access.console().orElseThrow();
    }

    Ran run(Object... words) {
        Ran ran = freshlegs.run(words);
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }

    /** As {@code account add} is told a password. */
    void account(String password, Object... words) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((password + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            run(words);
        } finally {
            System.setIn(before);
        }
    }

    /** What is known of an athlete, as a row of a simulated squad's table says it. */
    void state(List<String> told) {
        int pace = Integer.parseInt(told.get(7));
        run(
                "athlete",
                "add",
                told.get(0),
                "--zone",
                told.get(1),
                "--sex",
                told.get(2),
                "--birth-year",
                told.get(3),
                "--resting-hr",
                told.get(4),
                "--max-hr",
                told.get(5),
                "--threshold-hr",
                told.get(6),
                "--threshold-pace",
                pace / 60 + ":" + (pace % 60 < 10 ? "0" : "") + pace % 60);
    }

    void settle(String athlete, int files) throws Exception {
        settle(List.of(athlete), files);
    }

    /** Until all files of these athletes are in and what they mean is told. */
    void settle(List<String> athletes, int files) throws Exception {
        await().atMost(LONG).untilAsserted(() -> assertThat(
                        athletes.stream().mapToInt(this::imported).sum())
                .isEqualTo(files));
        assertThat(Rest.await(access.kafka(), access.database(), LONG)).isTrue();
    }

    private int imported(String athlete) {
        Ran known = freshlegs.run("files", "--athlete", athlete, "--outcome", "imported", "--json");
        return known.code() == 0 ? known.json().size() : 0;
    }

    @Override
    public void close() {
        access.close();
    }
}
