package freshlegs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.ingest.limit.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
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

    @BeforeEach
    void open() {
        spool = Spool.at(data, Limits.STANDARD, Clock.systemUTC());
        inbox = new Inbox(data, spool);
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
        inbox = new Inbox(data, spool);
        settle();

        assertThat(taken()).hasSize(1);
    }

    @Test
    void a_torn_memory_costs_one_more_delivery_and_nothing_else() throws IOException {
        drop("anna/run.fit", "run");
        settle();
        Path journal = data.resolve("spool/inbox-taken.jsonl");
        Files.writeString(journal, Files.readString(journal).substring(0, 20));
        inbox = new Inbox(data, spool);
        settle();

        assertThat(taken()).hasSize(2);
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
                ".run.fit", ".syncthing.run.fit.tmp", "run.fit.part", "run.tmp", "~run.fit", ".run.fit.icloud")) {
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

    private void settle() {
        inbox.poll();
        inbox.poll();
    }

    private List<String> taken() {
        return spool.pendingIds().stream()
                .map(id -> spool.ticket(id).orElseThrow().path())
                .toList();
    }

    private void drop(String path, String content) throws IOException {
        Path file = data.resolve("inbox").resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_750_000_000_000L + content.length()));
    }
}
