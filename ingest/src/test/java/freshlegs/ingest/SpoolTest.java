package freshlegs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T08:00:00.123Z"), ZoneOffset.UTC);

    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private Spool spool;

    @BeforeEach
    void open() {
        data = folder.resolve("data");
        spool = Spool.at(data, Limits.STANDARD, CLOCK);
    }

    @Test
    void what_is_accepted_lies_under_its_hash_with_a_ticket() throws IOException {
        Acceptance.Accepted accepted = accepted(file("run.fit", "abc"), "run.fit");

        assertThat(accepted.sha256()).startsWith("ba7816bf8f01");
        assertThat(accepted.deliveryId()).matches("20260601T080000123Z-ba7816bf8f01-[0-9a-f]{6}");
        assertThat(data.resolve("spool/blobs").resolve(accepted.sha256())).hasContent("abc");
        assertThat(spool.pendingIds()).containsExactly(accepted.deliveryId());
        assertThat(files(data.resolve("spool/tmp"))).isEmpty();
    }

    @Test
    void a_ticket_keeps_its_id_when_it_is_worked_on_again_after_a_crash() throws IOException {
        Acceptance.Accepted accepted = accepted(file("run.fit", "abc"), "run.fit");
        Ticket before = spool.ticket(accepted.deliveryId()).orElseThrow();

        Ticket after = Spool.at(data, Limits.STANDARD, Clock.systemUTC())
                .ticket(accepted.deliveryId())
                .orElseThrow();

        assertThat(after).isEqualTo(before);
        assertThat(after.receivedAt()).isEqualTo(CLOCK.instant());
    }

    @Test
    void a_crash_before_the_rename_leaves_no_ticket() throws IOException {
        Files.writeString(data.resolve("spool/tmp/half.tmp"), "{\"deliveryId\":");

        assertThat(Spool.at(data, Limits.STANDARD, CLOCK).pendingIds()).isEmpty();
    }

    @Test
    void a_done_ticket_is_no_longer_pending() throws IOException {
        Acceptance.Accepted accepted = accepted(file("run.fit", "abc"), "run.fit");
        spool.markDone(List.of(spool.ticket(accepted.deliveryId()).orElseThrow()));

        assertThat(spool.pendingIds()).isEmpty();
        assertThat(data.resolve("spool/done/202606").resolve(accepted.deliveryId() + ".json"))
                .exists();
    }

    @Test
    void equal_content_is_stored_once_and_delivered_twice() throws IOException {
        accepted(file("one.fit", "abc"), "one.fit");
        accepted(file("two.fit", "abc"), "two.fit");

        assertThat(files(data.resolve("spool/blobs"))).hasSize(1);
        assertThat(spool.pendingIds()).hasSize(2).isSorted();
    }

    @Test
    void an_unreadable_ticket_is_put_out_of_the_way() throws IOException {
        Files.writeString(data.resolve("spool/pending/x.json"), "{torn");

        assertThat(spool.ticket("x")).isEmpty();
        assertThat(spool.pendingIds()).isEmpty();
        assertThat(data.resolve("set-aside/ticket-x.json")).exists();
    }

    @Test
    void what_is_no_file_is_refused_in_plain_words() throws IOException {
        assertThat(spool.accept(Offer.of(ANNA, Route.INBOX, "x.fit"), folder))
                .isEqualTo(new Acceptance.Refused("a folder, not a file"));
        assertThat(spool.accept(Offer.of(ANNA, Route.INBOX, "gone.fit"), folder.resolve("gone.fit")))
                .isEqualTo(new Acceptance.Refused("there is no such file"));
        assertThat(spool.pendingIds()).isEmpty();
    }

    @Test
    void a_file_beyond_the_limit_is_refused_before_it_is_copied_and_an_archive_may_be_larger() throws IOException {
        Limits narrow = Limits.STANDARD.with(Limit.FILE_MEGABYTES, 1).with(Limit.ARCHIVE_MEGABYTES, 3);
        Spool small = Spool.at(data, narrow, CLOCK);
        Path film = large("film.mp4", "\0\0\0\30ftypmp42", 2);
        Path archive = large("export.zip", "PK\3\4", 2);
        Path huge = large("huge.zip", "PK\3\4", 4);

        assertThat(small.accept(Offer.of(ANNA, Route.INBOX, "film.mp4"), film))
                .isEqualTo(new Acceptance.Refused(
                        "more than 1 megabytes in one watch file (the limit FRESHLEGS_LIMIT_FILE_MEGABYTES)"));
        try (InputStream sent = Files.newInputStream(film)) {
            assertThat(small.accept(Offer.of(ANNA, Route.UPLOAD, "film.mp4"), sent))
                    .isInstanceOf(Acceptance.Refused.class);
        }
        assertThat(small.accept(Offer.of(ANNA, Route.INBOX, "huge.zip"), huge))
                .isEqualTo(
                        new Acceptance.Refused(
                                "more than 3 megabytes of an archive as it is handed over (the limit FRESHLEGS_LIMIT_ARCHIVE_MEGABYTES)"));
        assertThat(files(data.resolve("spool/blobs"))).isEmpty();
        assertThat(files(data.resolve("spool/tmp"))).isEmpty();

        assertThat(small.accept(Offer.of(ANNA, Route.INBOX, "export.zip"), archive))
                .isInstanceOf(Acceptance.Accepted.class);
    }

    @Test
    void what_a_crash_left_half_copied_goes_and_what_is_being_copied_stays() throws IOException {
        Path left = Files.writeString(data.resolve("spool/tmp/left.tmp"), "half");
        Path other = Files.writeString(data.resolve("spool/tmp/other.tmp"), "half");
        Files.setLastModifiedTime(left, FileTime.from(CLOCK.instant().minus(Duration.ofHours(25))));
        Files.setLastModifiedTime(other, FileTime.from(CLOCK.instant().minus(Duration.ofHours(1))));

        spool.clearLeftovers();

        assertThat(left).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void progress_that_cannot_be_read_is_begun_anew() throws IOException {
        Files.writeString(data.resolve("spool/archives/x.json"), "{torn");

        assertThat(spool.progressOf("x")).isEmpty();
    }

    @Test
    void what_is_set_aside_never_leaves_its_folder_and_never_overwrites_something_else() throws IOException {
        for (String path : List.of("../../etc/passwd", "a/.hidden", "x\u0000y.fit", "run.fit", "again/run.fit")) {
            Acceptance.Accepted accepted = accepted(file("content", "content of " + path), path);
            spool.setAside(spool.ticket(accepted.deliveryId()).orElseThrow(), "broken");
        }

        assertThat(files(data.resolve("set-aside/anna")))
                .hasSize(10)
                .contains("passwd", "passwd.reason.txt", "_hidden", "x_y.fit", "run.fit", "run.fit.reason.txt");
        assertThat(data.resolve("set-aside/anna/run.fit.reason.txt")).hasContent("broken");
        assertThat(data.resolve("set-aside/anna/run.fit")).hasContent("content of run.fit");
    }

    private Acceptance.Accepted accepted(Path file, String shownPath) {
        return (Acceptance.Accepted) spool.accept(Offer.of(ANNA, Route.INBOX, shownPath), file);
    }

    private Path large(String name, String head, long megabytes) throws IOException {
        Path large = folder.resolve(name);
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.write(head.getBytes(StandardCharsets.ISO_8859_1));
            file.setLength(megabytes << 20);
        }
        return large;
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static List<String> files(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
