package freshlegs.app.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the page on security to the tests that it names and to the versions that ship. */
class SecurityDocumentTest {
    private static final Path ROOT = Path.of(System.getProperty("freshlegs.root"));
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
    private static final Pattern FLAG = Pattern.compile("-D(freshlegs\\.[a-z.]+)=");

    @Test
    void every_promise_names_tests_that_there_are() throws IOException {
        Set<String> known = names("Test.java");
        List<String> rows = rows("promises");
        assertThat(rows).hasSizeGreaterThan(10).allSatisfy(row -> {
            List<String> tests =
                    TEST.matcher(row).results().map(found -> found.group(1)).toList();
            assertThat(tests).as(row).isNotEmpty().isSubsetOf(known);
        });
    }

    @Test
    void every_verdict_is_about_the_version_that_ships() throws IOException {
        List<String> ships = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(jar -> Path.of(jar).getFileName().toString())
                .toList();
        assertThat(rows("holes")).hasSizeGreaterThan(10).allSatisfy(row -> {
            String[] cells = row.split("\\|", -1);
            assertThat(ships).contains(cells[1].strip().replace("`", "") + "-" + cells[2].strip() + ".jar");
            assertThat(cells[3]).containsPattern("(CVE-\\d{4}-\\d+|GHSA(-\\w{4}){3}|releases)");
            assertThat(cells[4]).isNotBlank();
        });
    }

    @Test
    void what_looks_longer_is_read_by_the_build() throws IOException {
        String read = Stream.concat(Stream.of(ROOT.resolve("ingest/pom.xml")), tests().filter(path -> path.getFileName()
                        .toString()
                        .matches("(Hunt|FitFuzz|HostileRequests)Test\\.java")))
                .map(SecurityDocumentTest::text)
                .collect(Collectors.joining());
        assertThat(FLAG.matcher(document()).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(flag -> assertThat(read).contains(flag));
        assertThat(names("Fuzzer.java")).contains("XmlDecoderFuzzer");
    }

    private static List<String> rows(String mark) throws IOException {
        String document = document();
        String table = document.substring(
                document.indexOf("<!-- " + mark + " -->"), document.indexOf("<!-- end of " + mark + " -->"));
        return table.lines().filter(line -> line.startsWith("| ")).skip(1).toList();
    }

    private static String document() throws IOException {
        return Files.readString(ROOT.resolve("docs/security.md"));
    }

    private static Set<String> names(String end) throws IOException {
        return tests().map(path -> path.getFileName().toString())
                .filter(name -> name.endsWith(end))
                .map(name -> name.replace(".java", ""))
                .collect(Collectors.toSet());
    }

    /** Of all modules; what builds write beside them comes and goes. */
    private static Stream<Path> tests() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path sources : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(sources)) {
                    found.addAll(files.filter(Files::isRegularFile).toList());
                }
            }
        }
        return found.stream();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
