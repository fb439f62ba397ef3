package freshlegs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private Spool spool;

    @SuppressWarnings("NullAway.Init")
    private Inbox inbox;

    private long seconds;
    private long nanos;

    @BeforeEach
    void open() {
        spool = Spool.at(data, Limits.STANDARD, Clock.systemUTC());
        inbox = opened();
    }

    @Test
    void a_file_is_taken_once_two_looks_saw_it_unchanged() throws IOException {
        drop("anna/2026/run.fit", "half");
        inbox.poll();
        drop("anna/2026/run.fit", "half and half");
        inbox.poll();
        assertThat(taken()).isEmpty();

        inbox.poll();
        assertThat(taken()).containsExactly("inbox/anna/2026/run.fit");
    }

    @Test
    void a_file_is_taken_when_it_has_looked_the_same_for_long_enough() throws IOException {
        inbox = opened(Duration.ofSeconds(5));
        assertThat(inbox.poll()).isEqualTo(Duration.ofSeconds(5));

        drop("anna/run.fit", "run");
        inbox.poll();
        stand(3);
        drop("bea/run.fit", "bea's run");
        assertThat(inbox.poll()).isEqualTo(Duration.ofSeconds(2));
        stand(2);
        assertThat(inbox.poll()).isEqualTo(Duration.ofSeconds(3));
        assertThat(taken()).containsExactly("inbox/anna/run.fit");

        stand(3);
        assertThat(inbox.poll()).isEqualTo(Duration.ofSeconds(5));
        assertThat(taken()).containsExactly("inbox/anna/run.fit", "inbox/bea/run.fit");
    }

    @Test
    void a_taken_file_stays_where_it_is_and_is_not_taken_again() throws IOException {
        drop("anna/run.fit", "run");
        settle();
        settle();

        assertThat(data.resolve("inbox/anna/run.fit")).exists();
        assertThat(taken()).hasSize(1);
    }

    @Test
    void a_restart_remembers_what_was_taken() throws IOException {
        drop("anna/run.fit", "run");
        settle();
        inbox = opened();
        settle();

        assertThat(taken()).hasSize(1);
    }

    @Test
    void a_torn_memory_is_mended_from_the_tickets() throws IOException {
        drop("anna/run.fit", "run");
        settle();
        Path journal = data.resolve("spool/inbox-taken.jsonl");
        Files.writeString(journal, Files.readString(journal).substring(0, 20));
        inbox = opened();
        settle();

        assertThat(taken()).hasSize(1);
    }

    @Test
    void a_changed_file_is_delivered_again() throws IOException {
        drop("anna/checkins.csv", "date\n");
        settle();
        drop("anna/checkins.csv", "date\n2026-05-31\n");
        settle();

        assertThat(taken()).hasSize(2);
    }

    @Test
    void half_copied_hidden_and_linked_files_are_left_alone() throws IOException {
        for (String name : List.of(
                ".run.fit",
                ".syncthing.run.fit.tmp",
                ".syncthing.run.fit",
                "~syncthing~run.fit.tmp",
                "~syncthing~run.fit",
                "~$log.csv",
                "run.fit.part",
                "run.fit.partial",
                "run.fit.crdownload",
                "run.fit.download",
                "run.fit.filepart",
                "RUN.FIT.PART",
                "run.tmp",
                ".run.fit.icloud")) {
            drop("anna/" + name, "run");
        }
        drop("anna/.stfolder/run.fit", "run");
        Path outside = Files.writeString(data.resolve("outside.fit"), "run");
        Files.createSymbolicLink(data.resolve("inbox/anna/link.fit"), outside);
        Files.createSymbolicLink(data.resolve("inbox/bea"), data.resolve("inbox/anna"));
        settle();

        assertThat(taken()).isEmpty();
    }

    @Test
    void folders_that_are_nobodys_are_left_alone() throws IOException {
        drop("Anna Müller/run.fit", "run");
        drop("run.fit", "run");
        Files.createDirectories(data.resolve("inbox/anna/x.fit"));
        settle();

        assertThat(taken()).isEmpty();
    }

    @Test
    void any_name_in_any_case_at_any_depth_is_taken() throws IOException {
        String deep = "d/".repeat(Inbox.DEEPEST);
        List<String> names = List.of(
                "RUN.FIT", "~run.fit", "no ending", "Läufe & mehr/Ünï çôde (2).FiT", deep + "run.fit", "run.tmp.fit");
        for (String name : names) {
            drop("anna/" + name, "run");
        }
        drop("anna/" + deep + "d/too-deep.fit", "run");
        settle();

        assertThat(taken())
                .containsExactlyInAnyOrderElementsOf(
                        names.stream().map(name -> "inbox/anna/" + name).toList());
    }

    @Test
    void a_fit_file_that_promises_more_is_left_until_it_is_whole() throws IOException {
        byte[] whole = fitOf(100);
        drop("anna/run.fit", Arrays.copyOf(whole, 60));
        settle();
        stand(Inbox.PATIENCE.toSeconds() - 1);
        inbox.poll();
        assertThat(taken()).isEmpty();

        drop("anna/run.fit", whole);
        settle();
        assertThat(taken()).hasSize(1);
    }

    @Test
    void what_seems_unfinished_is_taken_as_it_is_when_it_has_stood_still_for_long() throws IOException {
        byte[] whole = fitOf(100);
        byte[] chained = Arrays.copyOf(whole, 2 * whole.length - 1);
        System.arraycopy(whole, 0, chained, whole.length, whole.length - 1);
        drop("anna/half.fit", Arrays.copyOf(whole, 60));
        drop("anna/chained.fit", chained);
        drop("anna/unfinished.fit", fitOf(0));
        drop("anna/empty.fit", "");
        drop("anna/history.zip", "PK\3\4 and no end");
        settle();
        assertThat(taken()).isEmpty();

        stand(Inbox.PATIENCE.toSeconds());
        inbox.poll();
        assertThat(taken()).hasSize(5);
    }

    @Test
    void whole_files_are_not_kept_waiting() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream entries = new ZipOutputStream(zip)) {
            entries.setComment("with a comment");
            entries.putNextEntry(new ZipEntry("run.fit"));
        }
        byte[] whole = fitOf(100);
        byte[] withZeros = Arrays.copyOf(whole, whole.length + 50);
        drop("anna/run.fit", whole);
        drop("anna/zeros.fit", withZeros);
        drop("anna/history.zip", zip.toByteArray());
        drop("anna/x", "x");
        settle();

        assertThat(taken()).hasSize(4);
    }

    @Test
    void one_folder_that_cannot_be_read_does_not_stop_the_others() throws IOException {
        drop("anna/secret/run.fit", "run");
        drop("bea/run.fit", "run");
        assumeTrue(!"root".equals(System.getProperty("user.name")), "root can read every folder");
        Files.setPosixFilePermissions(data.resolve("inbox/anna/secret"), PosixFilePermissions.fromString("---------"));
        settle();

        assertThat(taken()).containsExactly("inbox/bea/run.fit");
        Files.setPosixFilePermissions(data.resolve("inbox/anna/secret"), PosixFilePermissions.fromString("rwx------"));
        settle();
        assertThat(taken()).hasSize(2);
    }

    @Test
    void a_refused_file_ends_once_in_an_outcome_and_is_taken_when_it_can_be() throws IOException {
        Limits narrow = Limits.STANDARD.with(Limit.FILE_MEGABYTES, 1);
        spool = Spool.at(data, narrow, Clock.systemUTC());
        inbox = opened();
        drop("anna/large.fit", new byte[(1 << 20) + 1]);
        for (int look = 0; look < 5; look++) {
            settle();
            stand(Inbox.BETWEEN_TRIES.toSeconds());
        }
        inbox = opened();
        settle();
        assertThat(problems()).hasSize(1).allSatisfy(reason -> assertThat(reason)
                .contains("FRESHLEGS_LIMIT_FILE_MEGABYTES"));
        assertThat(taken()).containsExactly("inbox/anna/large.fit");

        spool = Spool.at(data, Limits.STANDARD, Clock.systemUTC());
        inbox = opened();
        settle();
        assertThat(taken()).hasSize(2);
        assertThat(problems()).hasSize(1);
    }

    @Test
    void a_file_that_may_not_be_read_says_so_until_it_may() throws IOException {
        drop("anna/secret.fit", "run");
        assumeTrue(!"root".equals(System.getProperty("user.name")), "root can read every file");
        Path secret = data.resolve("inbox/anna/secret.fit");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        settle();
        settle();
        assertThat(problems()).containsExactly("not readable: its permissions forbid it");

        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        stand(Inbox.BETWEEN_TRIES.toSeconds());
        settle();
        assertThat(taken()).hasSize(2);
    }

    @Test
    void a_crash_between_ticket_and_memory_brings_no_file_twice() throws IOException {
        drop("anna/first.fit", "first");
        drop("anna/last.fit", "last");
        settle();
        Path journal = data.resolve("spool/inbox-taken.jsonl");
        Files.write(journal, Files.readAllLines(journal).subList(0, 1));

        inbox = opened();
        settle();

        assertThat(taken()).containsExactlyInAnyOrder("inbox/anna/first.fit", "inbox/anna/last.fit");
    }

    @Test
    void the_memory_forgets_what_is_gone_and_keeps_the_last_of_each_file() throws IOException {
        for (int day = 1; day <= 5; day++) {
            drop("anna/table.csv", "date\n".repeat(day));
            settle();
        }
        drop("anna/gone.fit", "gone");
        settle();
        Files.delete(data.resolve("inbox/anna/gone.fit"));
        assertThat(Files.readAllLines(journal())).hasSize(6);

        inbox = opened();
        settle();
        assertThat(Files.readAllLines(journal())).hasSize(1);
        assertThat(taken()).hasSize(6);
    }

    @Test
    void a_clock_that_was_set_back_between_two_versions_brings_the_last_one_once() throws IOException {
        Instant noon = Instant.parse("2026-05-01T12:00:00Z");
        for (int version = 1; version <= 3; version++) {
            Clock setBack = Clock.fixed(noon.minusSeconds(version), ZoneOffset.UTC);
            spool = Spool.at(data, Limits.STANDARD, setBack);
            inbox = opened();
            drop("anna/table.csv", "date\n".repeat(version));
            settle();
        }

        open();
        settle();

        assertThat(taken()).hasSize(3);
    }

    @Test
    void a_mount_that_is_away_at_the_start_is_not_forgotten() throws IOException {
        drop("anna/cloud/2026/run.fit", "run");
        drop("anna/other.fit", "other");
        settle();
        Path cloud = data.resolve("inbox/anna/cloud");
        Files.move(cloud, data.resolve("elsewhere"));
        Files.createDirectory(cloud);
        inbox = opened();
        settle();
        Files.delete(cloud);
        Files.move(data.resolve("elsewhere"), cloud);
        settle();

        assertThat(taken()).hasSize(2);
    }

    @Test
    void a_line_after_a_torn_one_is_not_lost_with_it() throws IOException {
        drop("anna/run.fit", "run");
        settle();
        Files.writeString(journal(), Files.readString(journal()).substring(0, 20));
        for (int start = 0; start < 3; start++) {
            inbox = opened();
            settle();
        }

        assertThat(taken()).hasSize(1);
        assertThat(Files.readString(journal())).endsWith("}\n");
    }

    @Test
    void a_full_folder_is_taken_a_look_at_a_time_and_other_athletes_take_turns_with_it() throws IOException {
        for (int i = 0; i < 40; i++) {
            drop("anna/%02d.fit".formatted(i), "run " + i);
        }
        drop("zoe/run.fit", "zoe's run");
        inbox = new Inbox(data, spool, Duration.ZERO, () -> nanos += Inbox.ONE_LOOK.toNanos() / 10);
        inbox.poll();

        assertThat(inbox.poll()).isZero();
        assertThat(taken()).hasSizeBetween(2, 10).contains("inbox/zoe/run.fit");

        drop("zoe/second.fit", "zoe's second run");
        inbox.poll();
        inbox.poll();
        assertThat(taken()).hasSizeLessThan(40).contains("inbox/zoe/second.fit");

        for (int look = 0; look < 40; look++) {
            inbox.poll();
        }
        assertThat(taken()).hasSize(42).doesNotHaveDuplicates();
    }

    private Inbox opened() {
        return opened(Duration.ZERO);
    }

    private Inbox opened(Duration still) {
        return new Inbox(data, spool, still, () -> seconds * 1_000_000_000L);
    }

    private void stand(long forSeconds) {
        seconds += forSeconds;
    }

    private Path journal() {
        return data.resolve("spool/inbox-taken.jsonl");
    }

    /** A frame alone: header, so many bytes, no checksum worth the name. */
    private static byte[] fitOf(int dataBytes) {
        ByteBuffer file = ByteBuffer.allocate(14 + dataBytes + 2).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 14).put((byte) 0x20).putShort((short) 2132).putInt(dataBytes);
        file.put(".FIT".getBytes(StandardCharsets.US_ASCII));
        return file.array();
    }

    private void settle() {
        inbox.poll();
        inbox.poll();
    }

    private List<String> taken() {
        return spool.pendingIds().stream()
                .map(id -> spool.ticket(id).orElseThrow().path())
                .toList();
    }

    private List<String> problems() {
        return spool.pendingIds().stream()
                .flatMap(id -> spool.ticket(id).orElseThrow().problem().stream())
                .toList();
    }

    private void drop(String path, String content) throws IOException {
        drop(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private void drop(String path, byte[] content) throws IOException {
        Path file = data.resolve("inbox").resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_750_000_000_000L + content.length));
    }
}
