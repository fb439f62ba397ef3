package freshlegs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.ingest.limit.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Puts files where {@code docs/intake/folder.md} says, and sees taken what it says is taken. */
class FolderPageTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private Spool spool;

    @SuppressWarnings("NullAway.Init")
    private Inbox inbox;

    @SuppressWarnings("NullAway.Init")
    private String page;

    private long nanos;

    @BeforeEach
    void open() throws IOException {
        page = Files.readString(Path.of(System.getProperty("freshlegs.root"), "docs/intake/folder.md"));
        spool = Spool.at(data, Limits.STANDARD, Clock.systemUTC());
        inbox = new Inbox(data, spool, Duration.ZERO, () -> nanos);
    }

    @Test
    void every_folder_that_the_page_names_brings_its_file() throws IOException {
        List<String> folders = words(page).stream()
                .filter(word -> word.startsWith("inbox/anna/"))
                .distinct()
                .toList();
        assertThat(folders).hasSizeGreaterThanOrEqualTo(4);
        for (String folder : folders) {
            drop(folder + "/run.fit");
        }
        look();

        assertThat(taken()).hasSize(folders.size());
    }

    @Test
    void names_that_are_left_alone_are_left_alone_and_come_when_they_are_renamed() throws IOException {
        String paragraph =
                page.substring(page.indexOf("Left alone, without a word"), page.indexOf("When the copy is done"));
        List<String> names = new ArrayList<>();
        for (String word : words(paragraph)) {
            if (word.startsWith("~")) {
                names.add(word + "run.fit");
            } else if (word.matches("\\.(tmp|part|partial|crdownload|download|icloud|filepart)")) {
                names.add("run.fit" + word);
            } else {
                names.add(word.replace("*", "run.fit"));
            }
        }
        assertThat(names).hasSizeGreaterThanOrEqualTo(14);
        for (String name : names) {
            drop("inbox/anna/" + name);
        }
        look();
        assertThat(taken()).isEmpty();

        for (int i = 0; i < names.size(); i++) {
            Path file = data.resolve("inbox/anna").resolve(names.get(i));
            Files.move(file, file.resolveSibling("done " + i + ".fit"));
        }
        look();
        assertThat(taken()).hasSize(names.size());
    }

    @Test
    void its_numbers_are_those_of_the_program() {
        assertThat(page)
                .contains("up to " + Inbox.DEEPEST + " deep")
                .contains("gets " + Inbox.PATIENCE.toSeconds() + " seconds for the rest");
        assertThat(Inbox.BETWEEN_TRIES).hasSeconds(5);
        assertThat(page).contains("tried again every five seconds");
    }

    private void look() {
        inbox.poll();
        inbox.poll();
    }

    private List<String> taken() {
        return spool.pendingIds();
    }

    private void drop(String path) throws IOException {
        Path file = data.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, path.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> words(String text) {
        return CODE.matcher(text).results().map(each -> each.group(1)).toList();
    }
}
