package freshlegs.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The index of published numbers that the formulas are held to. Each has its tests, named {@code vector_<number>_...} in a class
 * called {@code ...VectorsTest} beside the formula; the numbers are those of the list they were collected in, which has gaps.
 */
class TestVectorsTest {
    private static final Set<Integer> NUMBERS = Set.of(
            1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 13, 14, 15, 17, 18, 19, 20, 22, 23, 24, 26, 28, 29, 30, 32, 34, 36, 37, 40,
            41);
    private static final Pattern TEST = Pattern.compile("void vector_(\\d\\d)_\\w+__[FPC](_[FPC])*\\(");

    @Test
    void every_published_number_has_its_test() throws IOException {
        Set<Integer> tested = new TreeSet<>();
        for (Path source : sources()) {
            TEST.matcher(Files.readString(source))
                    .results()
                    .map(test -> Integer.valueOf(test.group(1)))
                    .forEach(tested::add);
        }

        assertThat(tested).isEqualTo(new TreeSet<>(NUMBERS));
    }

    private static Set<Path> sources() throws IOException {
        Path root = Path.of(System.getProperty("freshlegs.root"));
        Set<Path> sources = new TreeSet<>();
        for (String module : new String[] {"ingest", "streams"}) {
            try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/test/java"))) {
                sources.addAll(files.filter(file -> file.toString().endsWith("VectorsTest.java"))
                        .collect(Collectors.toSet()));
            }
        }
        return sources;
    }
}
