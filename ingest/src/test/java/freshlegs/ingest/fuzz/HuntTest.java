package freshlegs.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was ever found to break a reader, and copies of it that are spoilt in many ways, in a process of 256 MiB: each ends in an outcome
 * in two seconds. {@code -Dfreshlegs.fuzz=1000000} hunts longer, {@code -Dfreshlegs.fuzz.seed=} elsewhere.
 */
class HuntTest {
    private static final int MUTANTS = Integer.getInteger("freshlegs.fuzz", 1_000);
    private static final long SEED = Long.getLong("freshlegs.fuzz.seed", 20_261_127);
    private static final Path CORPUS = Path.of(System.getProperty("freshlegs.root"), "ingest", "src", "test", "corpus");

    @Test
    void whatever_strangers_send_ends_in_an_outcome_in_a_small_heap(@TempDir Path folder) throws Exception {
        Path said = folder.resolve("said");
        Process hunt = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hunt.class.getName(),
                        CORPUS.toString(),
                        Integer.toString(MUTANTS),
                        Long.toString(SEED))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(hunt.waitFor()).as(Files.readString(said)).isZero();
        assertThat(Files.readString(said))
                .contains(Stream.of(Target.values()).map(each -> each + ": ").toList());
    }

    @Test
    void every_reader_has_something_kept() throws IOException {
        for (Target target : Target.values()) {
            assertThat(target.kept(CORPUS)).as(target.name()).isNotEmpty().allMatch(kept -> kept.length <= 64 << 10);
        }
        try (Stream<Path> folders = Files.list(CORPUS)) {
            assertThat(folders.map(folder -> folder.getFileName().toString().toUpperCase(Locale.ROOT)))
                    .containsExactlyInAnyOrderElementsOf(
                            List.of(Target.values()).stream().map(Target::name).toList());
        }
    }
}
