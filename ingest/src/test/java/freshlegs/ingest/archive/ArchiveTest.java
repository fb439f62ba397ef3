package freshlegs.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.ingest.archive.Packed.Item;
import freshlegs.ingest.decode.Kind;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    private static final Item RUN = Item.of("run.fit", "a run");
    private static final Item WALK = Item.of("walk.fit", "a walk");

    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path unpacked;

    @BeforeEach
    void makeFolder() throws IOException {
        unpacked = Files.createDirectories(folder.resolve("unpacked"));
    }

    @AfterEach
    void nothing_is_left_and_nothing_is_written_elsewhere() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile).map(folder::relativize))
                    .allMatch(path -> path.equals(Path.of("archive")));
        }
    }

    @Test
    void archives_in_archives_give_their_files_in_a_fixed_order() throws IOException {
        byte[] inner = Packed.zip(RUN, WALK);
        byte[] tar = Packed.gzip(Packed.tar(Item.of("a/b.tcx", "b")));
        Read read = read(Packed.zip(new Item("Part1.zip", inner), new Item("old.tar.gz", tar), RUN), Limits.STANDARD);

        assertThat(read.paths())
                .containsExactly("Part1.zip!/run.fit", "Part1.zip!/walk.fit", "old.tar.gz!/a/b.tcx", "run.fit");
        assertThat(read.contents()).containsExactly("a run", "a walk", "b", "a run");
        assertThat(read.problem()).isEmpty();
        assertThat(read(Packed.gzip(Packed.gzip(Packed.zip(RUN))), Limits.STANDARD)
                        .contents())
                .containsExactly("a run");
    }

    @Test
    void a_single_file_packed_with_gzip_is_no_archive() {
        assertThat(Archive.isArchive(Packed.gzip("a run".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isFalse();
        assertThat(Archive.isArchive(Packed.gzip(Packed.tar(RUN)))).isTrue();
        assertThat(Archive.isArchive(Packed.zip(RUN))).isTrue();
        assertThat(Archive.isArchive("a run".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void what_systems_leave_behind_is_passed_over() throws IOException {
        Read read = read(
                Packed.zip(
                        new Item("activities/", new byte[0]),
                        Item.of("__MACOSX/._run.fit", "x"),
                        Item.of("a/.DS_Store", "x"),
                        RUN),
                Limits.STANDARD);

        assertThat(read.paths()).containsExactly("run.fit");
    }

    @Test
    void the_list_of_activities_comes_first() throws IOException {
        Read read = read(Packed.zip(RUN, Item.of("activities.csv", "a,b")), Limits.STANDARD);

        assertThat(read.paths()).containsExactly("activities.csv", "run.fit");
        assertThat(read.files().get(0).isActivityList()).isTrue();
    }

    @Test
    void names_are_shown_and_never_followed() throws IOException {
        String endless = "x".repeat(5_000) + ".fit";
        Read read = read(
                Packed.zip(
                        Item.of("../../outside.fit", "1"),
                        Item.of("/etc/passwd", "2"),
                        Item.of("C:\\Windows\\run.fit", "3"),
                        Item.of("CON", "4"),
                        Item.of("a\u0000b\u202Etif.fit", "5"),
                        Item.of(endless, "6")),
                Limits.STANDARD);

        assertThat(read.paths())
                .startsWith("../../outside.fit", "/etc/passwd", "C:/Windows/run.fit", "CON", "a?b?tif.fit");
        assertThat(read.paths().get(5)).startsWith("...xxx").endsWith(".fit").hasSizeLessThan(210);
        assertThat(read.contents()).containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    void a_file_packed_too_tightly_is_refused_by_the_bytes_that_were_read() throws IOException {
        Item bomb = new Item("bomb.fit", new byte[32 << 20]);
        for (byte[] archive : List.of(Packed.zip(bomb, RUN), Packed.gzip(Packed.tar(bomb)))) {
            Read read = read(archive, Limits.STANDARD);

            assertThat(read.files().get(0).problem().orElseThrow()).contains("FRESHLEGS_LIMIT_ARCHIVE_RATIO");
            assertThat(read.files().get(0).sizeBytes()).isLessThan(8 << 20);
        }
        assertThat(read(Packed.zip(bomb, RUN), Limits.STANDARD).contents()).contains("a run");
    }

    @Test
    void archives_in_one_another_without_end_are_not_followed() throws IOException {
        byte[] deep = Packed.zip(RUN);
        for (int i = 0; i < 12; i++) {
            deep = Packed.zip(new Item("deeper.zip", deep), WALK);
        }
        Read read = read(deep, Limits.STANDARD);

        assertThat(read.paths()).contains("walk.fit").noneMatch(path -> path.endsWith("run.fit"));
        assertThat(read.problems()).singleElement().asString().contains("FRESHLEGS_LIMIT_ARCHIVE_DEPTH");
    }

    @Test
    void files_that_lie_over_one_another_are_refused() throws IOException {
        Read read = read(Packed.overlapping(1_000, new byte[1_000]), Limits.STANDARD);

        assertThat(read.files()).isEmpty();
        assertThat(read.problem().orElseThrow()).contains("lie over one another");
    }

    @Test
    void an_encrypted_archive_says_what_to_do() throws IOException {
        Read read = read(Packed.patched(Packed.zip(RUN, WALK), 6, 8, 1), Limits.STANDARD);

        assertThat(read.problems()).hasSize(2).allMatch(reason -> reason.contains("with its password"));
        assertThat(read.problem().orElseThrow()).contains("none of its files can be read: encrypted");
    }

    @Test
    void an_unknown_method_is_named() throws IOException {
        Read read = read(Packed.patched(Packed.zip(RUN), 8, 10, 14), Limits.STANDARD);

        assertThat(read.problems()).singleElement().asString().contains("number 14");
    }

    @Test
    void wrong_sizes_and_checksums_in_headers_do_no_harm() throws IOException {
        byte[] zip = Packed.zip(RUN);
        Read wrongSize = read(Packed.patched(zip, 22, 24, 60_000), Limits.STANDARD);
        Read wrongChecksum = read(Packed.patched(zip, 14, 16, 1), Limits.STANDARD);
        Read wrongLength = read(Packed.patched(zip, 18, 20, 3), Limits.STANDARD);

        assertThat(wrongSize.contents()).containsExactly("a run");
        assertThat(wrongChecksum.files().get(0).damage()).contains("damaged in its archive: wrong checksum");
        assertThat(wrongLength.files())
                .singleElement()
                .satisfies(file -> assertThat(file.damage().or(file::problem)).isPresent());
    }

    @Test
    void two_files_of_one_name_are_two_files() throws IOException {
        Read read = read(Packed.zip(RUN, Item.of("run.fit", "another")), Limits.STANDARD);

        assertThat(read.contents()).containsExactly("a run", "another");
    }

    @Test
    void a_cut_archive_gives_what_stands_before_the_cut() throws IOException {
        byte[] noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        Item late = new Item("late.fit", noise);
        for (byte[] whole : List.of(Packed.zip(RUN, WALK, late), Packed.gzip(Packed.tar(RUN, WALK, late)))) {
            Read read = read(Arrays.copyOf(whole, whole.length / 2), Limits.STANDARD);

            assertThat(read.paths()).containsExactly("run.fit", "walk.fit", "late.fit");
            assertThat(read.contents()).startsWith("a run", "a walk");
            assertThat(read.files().get(2).damage().orElseThrow()).contains("cut short");
            assertThat(read.problem().orElseThrow()).contains("of its files were read");
        }
    }

    @Test
    void an_archive_without_files_says_so() throws IOException {
        byte[] zip = Packed.zip();
        assertThat(read(zip, Limits.STANDARD).problem()).contains("nothing to import: an archive without files");
        assertThat(read(Packed.zip(new Item("in.zip", zip), RUN), Limits.STANDARD)
                        .problems())
                .containsExactly("nothing to import: an archive without files");
    }

    @Test
    void links_and_devices_are_refused() throws IOException {
        Read read = read(Packed.tarOfLinks(), Limits.STANDARD);

        assertThat(read.problems()).hasSize(4).contains("a link, not a file");
        assertThat(read.problem().orElseThrow()).contains("none of its files can be read");
    }

    @Test
    void a_name_without_end_does_not_fill_the_memory() throws IOException {
        Read read = read(Packed.gzip(Packed.tarWithEndlessName(64 << 20)), Limits.STANDARD);

        assertThat(read.files()).isEmpty();
        assertThat(read.problem()).isPresent();
    }

    @Test
    void a_gzip_header_without_end_does_not_fill_the_memory() throws IOException {
        byte[] endless = new byte[4 << 20];
        Arrays.fill(endless, (byte) 'x');
        System.arraycopy(new byte[] {0x1F, (byte) 0x8B, 8, 8}, 0, endless, 0, 4);
        Path packed = Files.write(folder.resolve("archive"), endless);
        Path to = unpacked.resolve("to");

        assertThat(Gzip.unpack(packed, to, Limits.STANDARD)).contains("damaged: headers without end");

        Files.delete(to);
    }

    @Test
    void what_a_damaged_zip_passes_over_is_not_unpacked_without_end() throws IOException {
        byte[] zip = Packed.streamed(new Item(".hidden", new byte[8 << 20]), RUN);
        Read read = read(Arrays.copyOf(zip, zip.length - 30), Limits.STANDARD);

        assertThat(read.files()).isEmpty();
        assertThat(read.problem().orElseThrow()).contains("FRESHLEGS_LIMIT_ARCHIVE_RATIO");

        byte[] sound = Packed.streamed(Item.of(".hidden", "x"), RUN, WALK);
        assertThat(read(Arrays.copyOf(sound, sound.length - 30), Limits.STANDARD)
                        .contents())
                .containsExactly("a run", "a walk");
    }

    @Test
    void limits_of_the_whole_end_it_and_are_named() throws IOException {
        byte[] inner = Packed.zip(RUN, WALK, Item.of("swim.fit", "a swim"));
        byte[] outer = Packed.zip(new Item("1.zip", inner), new Item("2.zip", inner));
        Read many = read(outer, Limits.STANDARD.with(Limit.ARCHIVE_ENTRIES, 5));
        assertThat(many.files()).hasSize(3);
        assertThat(many.problem().orElseThrow())
                .contains("FRESHLEGS_LIMIT_ARCHIVE_ENTRIES")
                .contains("3 of its files were read");
        assertThat(read(inner, Limits.STANDARD.with(Limit.ARCHIVE_ENTRIES, 2))
                        .problem()
                        .orElseThrow())
                .contains("FRESHLEGS_LIMIT_ARCHIVE_ENTRIES");

        byte[] noise = new byte[900_000];
        new Random(2).nextBytes(noise);
        Read large = read(
                Packed.zip(new Item("1.fit", noise), new Item("2.fit", noise)),
                Limits.STANDARD.with(Limit.ARCHIVE_UNPACKED_MEGABYTES, 1));
        assertThat(large.files()).hasSize(1);
        assertThat(large.problem().orElseThrow()).contains("FRESHLEGS_LIMIT_ARCHIVE_UNPACKED_MEGABYTES");
    }

    @Test
    void a_file_beyond_its_limit_is_refused_and_the_others_go_on() throws IOException {
        byte[] noise = new byte[2 << 20];
        new Random(3).nextBytes(noise);
        Read read = read(Packed.zip(new Item("large.fit", noise), RUN), Limits.STANDARD.with(Limit.FILE_MEGABYTES, 1));

        assertThat(read.problems()).singleElement().asString().contains("FRESHLEGS_LIMIT_FILE_MEGABYTES");
        assertThat(read.contents()).containsExactly("a run");
        assertThat(read.problem()).isEmpty();
    }

    @Test
    void what_is_plainly_no_watch_file_is_told_by_its_content() throws IOException {
        Read read = read(
                Packed.zip(Item.of("sleep.fit", "[{\"calendarDate\": 1}]"), Item.of("page.fit", "<html></html>"), RUN),
                Limits.STANDARD);

        assertThat(read.problems())
                .containsExactly(
                        "not a watch file: it looks like a JSON document",
                        "not a watch file: it looks like an XML document");
        assertThat(read.files().get(0).kind()).isEqualTo(Kind.JSON);
    }

    @Test
    void every_mutation_comes_to_an_end() throws IOException {
        byte[] inner = Packed.zip(RUN, WALK);
        List<byte[]> seeds = List.of(
                Packed.zip(new Item("a.zip", inner), RUN),
                Packed.gzip(Packed.tar(RUN, new Item("b.zip", inner))),
                Packed.tar(RUN, WALK));
        Random random = new Random(20260601);
        int mutations = Integer.getInteger("freshlegs.mutations.archive", 3_000);
        for (int i = 0; i < mutations; i++) {
            byte[] mutated = seeds.get(i % seeds.size()).clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
            }
            if (random.nextInt(5) == 0) {
                mutated = Arrays.copyOf(mutated, random.nextInt(mutated.length));
            }
            Read read = read(mutated, Limits.STANDARD);
            assertThat(read.files().isEmpty() && read.problem().isEmpty())
                    .as("mutation %d", i)
                    .isFalse();
        }
    }

    private Read read(byte[] bytes, Limits limits) throws IOException {
        Path file = Files.write(folder.resolve("archive"), bytes);
        List<Unpacked> files = new ArrayList<>();
        List<String> contents = new ArrayList<>();
        try (Archive archive = Archive.open(file, unpacked, limits)) {
            for (Optional<Unpacked> next = archive.next(); next.isPresent(); next = archive.next()) {
                files.add(next.get());
                assertThat(archive.found()).isGreaterThanOrEqualTo(files.size());
                if (next.get().content().isPresent()) {
                    Path content = next.get().content().get();
                    contents.add(new String(Files.readAllBytes(content), java.nio.charset.StandardCharsets.UTF_8));
                    Files.delete(content);
                }
            }
            return new Read(files, contents, archive.problem());
        }
    }

    private record Read(List<Unpacked> files, List<String> contents, Optional<String> problem) {
        List<String> paths() {
            return files.stream().map(Unpacked::path).toList();
        }

        List<String> problems() {
            return files.stream().flatMap(file -> file.problem().stream()).toList();
        }
    }
}
