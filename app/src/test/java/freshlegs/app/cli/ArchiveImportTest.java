package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.service.Access;
import freshlegs.app.simulate.HistoryArchive;
import freshlegs.ingest.limit.Limit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/intake/archive.md beside a running service. */
@TestInstance(Lifecycle.PER_CLASS)
class ArchiveImportTest {
    private static final Path PAGE =
            Path.of(System.getProperty("freshlegs.root")).resolve("docs/intake/archive.md");
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 1);
    private static final int FILES = 60;

    private Path temporary;
    private CommandLineUnderTest freshlegs;
    private Access running;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        temporary = folder;
        freshlegs = CommandLineUnderTest.on(folder.resolve("data"));
        running = freshlegs.serve(Clock.systemUTC());
    }

    @AfterAll
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void the_page_can_be_followed_and_an_archive_handed_over_again_brings_nothing_twice() throws Exception {
        List<String> shown = commands();
        Path export = temporary.resolve("export.zip");
        Ran written = freshlegs.run(words(shown, "simulate", export));
        assertThat(written.code()).as(written.err()).isZero();

        Ran first = freshlegs.run(words(shown, "import", export));

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.err()).contains("processed ").contains("/" + (FILES + 2));
        String delivery = undone(first.out());
        assertThat(first.out())
                .contains("export.zip: an archive of 61 files: imported 60, duplicate 0, set aside 1, failed 0")
                .contains("export.zip!/DI_CONNECT/about.txt - ")
                .endsWith("imported 60, duplicate 0, set aside 1, failed 0\n");
        assertThat(shown).anyMatch(line -> line.startsWith("freshlegs files undo --athlete anna "));

        Ran second = freshlegs.run("import", "--athlete", "anna", "--json", export);

        assertThat(second.code()).as(second.err()).isZero();
        JsonNode archive = second.json().path("archives").path(0);
        assertThat(archive.path("delivery").asText()).isNotEqualTo(delivery);
        assertThat(archive.path("complete").asBoolean()).isTrue();
        assertThat(archive.path("files").path("duplicate").asInt()).isEqualTo(FILES + 1);
        assertThat(archive.path("notImported")).hasSize(FILES + 1);
        assertThat(second.json().path("summary").path("imported").asInt()).isZero();
    }

    @Test
    void an_archive_with_bad_files_and_a_cut_one_are_summed_up_with_reasons() throws Exception {
        Path export = temporary.resolve("whole.zip");
        HistoryArchive.write(3, 12, LAST_DAY, export);
        byte[] whole = Files.readAllBytes(export);
        Path cut = Files.write(temporary.resolve("cut.zip"), Arrays.copyOf(whole, whole.length - 200));
        Path bad = temporary.resolve("bad.zip");
        try (OutputStream out = Files.newOutputStream(bad);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("../../letter.fit"));
            zip.write("Dear watch".getBytes(StandardCharsets.UTF_8));
        }

        Ran ran = freshlegs.run("import", "--athlete", "bea", "--json", cut, bad);

        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode archives = ran.json().path("archives");
        assertThat(archives).hasSize(2);
        JsonNode damaged = archive(archives, "cut.zip");
        assertThat(damaged.path("outcome").asText()).isEqualTo("set-aside");
        assertThat(damaged.path("reason").asText()).contains("files were read");
        assertThat(damaged.path("files").path("imported").asInt()).isEqualTo(12);
        JsonNode letter = archive(archives, "bad.zip").path("notImported").path(0);
        assertThat(letter.path("path").asText()).endsWith("bad.zip!/../../letter.fit");
        assertThat(temporary.resolve("letter.fit")).doesNotExist();
        assertThat(temporary.resolve("data/set-aside/bea/letter.fit")).exists();
    }

    @Test
    void the_page_names_every_limit_of_archives() throws IOException {
        String page = Files.readString(PAGE);
        for (Limit limit : Limit.values()) {
            if (limit.name().startsWith("ARCHIVE") || limit == Limit.TRACK_POINTS || limit == Limit.FILE_MEGABYTES) {
                assertThat(page).contains("`" + limit.variable() + "`");
            }
        }
    }

    /** The page's last command of that name, on the test's own file and data folder. */
    private static Object[] words(List<String> commands, String command, Path file) {
        String line = commands.stream()
                .filter(shown -> shown.startsWith("freshlegs " + command + " "))
                .reduce((first, second) -> second)
                .orElseThrow();
        return Arrays.stream(line.replace("--data try ", "").split(" ", -1))
                .skip(1)
                .map(word -> word.equals("export.zip") ? file : word)
                .toArray();
    }

    private static List<String> commands() throws IOException {
        return Files.readString(PAGE)
                .lines()
                .filter(line -> line.startsWith("freshlegs "))
                .toList();
    }

    private static String undone(String out) {
        Matcher undo =
                Pattern.compile("freshlegs files undo --athlete anna (\\S+)").matcher(out);
        assertThat(undo.find()).isTrue();
        return undo.group(1);
    }

    private static JsonNode archive(JsonNode archives, String name) {
        for (JsonNode archive : archives) {
            if (archive.path("path").asText().endsWith(name)) {
                return archive;
            }
        }
        throw new AssertionError("no " + name + " in " + archives);
    }
}
