package freshlegs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Route;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DepartedTest {
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final AthleteId BEA = AthleteId.of("bea");

    private final Path data;
    private final Spool spool;
    private final Departed departed;

    DepartedTest(@TempDir Path data) {
        this.data = data;
        this.spool =
                Spool.at(data, Limits.STANDARD, Clock.fixed(Instant.parse("2026-06-10T10:00:00Z"), ZoneOffset.UTC));
        this.departed = Departed.in(data);
    }

    @Test
    void nothing_is_taken_of_who_has_left_and_her_name_is_not_kept() throws IOException {
        departed.add(ANNA);

        assertThat(handed(ANNA)).isEqualTo(new Acceptance.Refused(Departed.REASON));
        assertThat(spool.decline(Offer.of(ANNA, Route.INBOX, "inbox/anna/a.fit"), "broken"))
                .isEqualTo(new Acceptance.Refused(Departed.REASON));
        assertThat(handed(BEA)).isInstanceOf(Acceptance.Accepted.class);
        try (Stream<Path> files = Files.walk(data.resolve("spool/departed"))) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith("anna"));
        }
    }

    @Test
    void a_late_file_in_her_inbox_stays_where_it_is() throws IOException {
        departed.add(ANNA);
        Path late = Files.createDirectories(data.resolve("inbox/anna")).resolve("late.fit");
        Files.writeString(late, "late");
        Inbox inbox = new Inbox(data, spool, Duration.ZERO);

        for (int look = 0; look < 4; look++) {
            inbox.poll();
        }

        assertThat(spool.pendingIds()).isEmpty();
        assertThat(late).exists();
    }

    @Test
    void somebody_may_come_by_the_same_name_again() {
        departed.add(ANNA);

        departed.remove(ANNA);

        assertThat(handed(ANNA)).isInstanceOf(Acceptance.Accepted.class);
    }

    @Test
    void the_days_of_who_has_left_are_closed_no_more() {
        Calendar calendar = new Calendar(data.resolve("calendar.json"));
        calendar.note(ANNA, LocalDate.of(2026, 6, 8));
        calendar.note(BEA, LocalDate.of(2026, 6, 8));
        departed.add(ANNA);

        calendar.forget(departed::has);

        assertThat(calendar.athletes()).containsExactly(BEA);
    }

    @Test
    void her_own_files_are_given_back_as_they_came_and_those_of_others_are_not() throws IOException {
        handed(ANNA);
        handed(ANNA);
        spool.accept(Offer.of(BEA, Route.UPLOAD, "upload/b.fit"), content("bea's"));
        List<String> given = new ArrayList<>();

        OwnFiles.in(data, OriginalFiles.in(data))
                .each(
                        ANNA,
                        (name, at, content) -> given.add(name.replaceFirst("^[^_]*-", "") + ": "
                                + new String(content.readAllBytes(), StandardCharsets.UTF_8)));

        assertThat(given).containsExactly("a_b.fit: anna's");
    }

    private Acceptance handed(AthleteId athlete) {
        return spool.accept(Offer.of(athlete, Route.UPLOAD, "upload/a:b.fit"), content(athlete + "'s"));
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
