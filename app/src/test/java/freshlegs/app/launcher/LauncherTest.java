package freshlegs.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher among stand-ins for Java and Maven, in a copy of the source tree with a space in its name. */
class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            if [ "$1" = -version ]; then echo 'openjdk version "%s" 2025-04-15' >&2; exit 0; fi
            echo "java runs: $*"
            """;
    private static final String MAVEN = """
            #!/bin/sh
            if [ "$1" = -v ]; then echo 'Apache Maven %s'; exit 0; fi
            echo '[INFO] Building Freshlegs model 0.1.0-SNAPSHOT   [1/1]'
            mkdir -p '%s/app/target/app'
            """;

    private final Path tree;
    private final Path tools;

    LauncherTest(@TempDir Path temporary) {
        tree = temporary.resolve("a tree");
        tools = temporary.resolve("tools");
    }

    @BeforeEach
    void copy() throws IOException {
        Files.createDirectories(tree.resolve("app/src/main"));
        Files.createDirectories(tools);
        Files.writeString(tree.resolve("pom.xml"), "<project/>");
        Files.writeString(tree.resolve("app/pom.xml"), "<project/>");
        Path script = Path.of(System.getProperty("freshlegs.root"), "freshlegs");
        Files.copy(script, tree.resolve("freshlegs"));
        for (String tool : List.of(
                "awk",
                "cat",
                "dirname",
                "find",
                "grep",
                "head",
                "mkdir",
                "mv",
                "readlink",
                "rm",
                "sed",
                "sh",
                "sleep",
                "tail",
                "tee")) {
            tool(tool, "#!/bin/sh\nexec " + whereIs(tool) + " \"$@\"\n");
        }
    }

    @Test
    void without_java_one_sentence_says_what_to_install() throws Exception {
        Ran ran = launch(tree.resolve("freshlegs"), "--version");

        assertThat(ran.code).isEqualTo(1);
        assertThat(ran.err).hasLineCount(1).contains("JDK 17 or newer").contains("no working 'java'");
    }

    @Test
    void an_old_java_is_named_with_what_to_install() throws Exception {
        tool("java", JAVA.formatted("1.8.0_292"));
        assertThat(launch(tree.resolve("freshlegs")).err)
                .hasLineCount(1)
                .contains("JDK 17 or newer")
                .contains("found version 8");

        tool("java", JAVA.formatted("11.0.2"));
        assertThat(launch(tree.resolve("freshlegs")).err).contains("found version 11");
    }

    @Test
    void a_runtime_without_a_compiler_cannot_build() throws Exception {
        tool("java", JAVA.formatted("17.0.15"));

        Ran ran = launch(tree.resolve("freshlegs"));

        assertThat(ran.code).isEqualTo(1);
        assertThat(ran.err).hasLineCount(1).contains("without the compiler 'javac'");
    }

    @Test
    void without_maven_or_with_an_old_one_it_says_so() throws Exception {
        tool("java", JAVA.formatted("17.0.15"));
        tool("javac", "#!/bin/sh\n");
        assertThat(launch(tree.resolve("freshlegs")).err).hasLineCount(1).contains("needs Maven 3.8 or newer");

        tool("mvn", MAVEN.formatted("3.6.3", tree));
        assertThat(launch(tree.resolve("freshlegs")).err)
                .contains("needs Maven 3.8 or newer")
                .contains("found 3 6");
    }

    @Test
    void it_builds_once_and_again_when_a_source_is_newer() throws Exception {
        tool("java", JAVA.formatted("21"));
        tool("javac", "#!/bin/sh\n");
        tool("mvn", MAVEN.formatted("3.9.9", tree));

        Ran first = launch(tree.resolve("freshlegs"), "trends", "--athlete", "two words");
        assertThat(first.code).isZero();
        assertThat(first.err).contains("building").contains("Freshlegs model");
        assertThat(first.out).contains("java runs:").contains("freshlegs.app.Main trends --athlete two words");

        assertThat(launch(tree.resolve("freshlegs")).err).isEmpty();

        Path source = Files.writeString(tree.resolve("app/src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));
        assertThat(launch(tree.resolve("freshlegs")).err).contains("building");
    }

    @Test
    void what_a_service_has_loaded_at_its_end_later_starts_of_the_same_build_use() throws Exception {
        tool("java", """
                #!/bin/sh
                if [ "$1" = -version ]; then echo 'openjdk version "17.0.15" 2025-04-15' >&2; exit 0; fi
                for each; do case $each in -XX:ArchiveClassesAtExit=*) echo classes >"${each#*=}" ;; esac; done
                echo "java runs: $*"
                """);
        tool("javac", "#!/bin/sh\n");
        tool("mvn", MAVEN.formatted("3.9.9", tree));
        Path script = tree.resolve("freshlegs");
        assertThat(launch(script, "trends").out).doesNotContain("ArchiveClassesAtExit");
        assertThat(launch(script, "run").out)
                .contains("-XX:ArchiveClassesAtExit=")
                .contains("/launcher/classes-");

        Ran later = launch(script, "trends");

        assertThat(later.err).isEmpty();
        assertThat(later.out)
                .containsPattern("-XX:SharedArchiveFile=.*/target/launcher/classes-\\d+\\.jsa ")
                .doesNotContain("ArchiveClassesAtExit");
        Path source = Files.writeString(tree.resolve("app/src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));
        assertThat(launch(script, "trends").out).doesNotContain("SharedArchiveFile");
    }

    @Test
    void the_bench_is_a_program_of_its_own() throws Exception {
        tool("java", JAVA.formatted("17.0.15"));
        tool("javac", "#!/bin/sh\n");
        tool("mvn", MAVEN.formatted("3.8.7", tree));

        assertThat(launch(tree.resolve("freshlegs"), "bench", "--quick").out)
                .contains("/bench/target/bench/*")
                .contains("freshlegs.bench.Main --quick");
    }

    @Test
    void it_finds_its_tree_through_links() throws Exception {
        tool("java", JAVA.formatted("17.0.15"));
        tool("javac", "#!/bin/sh\n");
        tool("mvn", MAVEN.formatted("3.8.7", tree));
        Path link = Files.createSymbolicLink(tools.resolve("fl"), tree.resolve("freshlegs"));

        assertThat(launch(link).out).contains(tree.toRealPath() + "/app/target/app/*");
    }

    @Test
    void a_failed_build_shows_mavens_errors_and_where_the_rest_is() throws Exception {
        tool("java", JAVA.formatted("17.0.15"));
        tool("javac", "#!/bin/sh\n");
        tool("mvn", """
                #!/bin/sh
                if [ "$1" = -v ]; then echo 'Apache Maven 3.9.9'; exit 0; fi
                echo '[ERROR] it does not compile'; exit 1
                """);

        Ran ran = launch(tree.resolve("freshlegs"));

        assertThat(ran.code).isEqualTo(1);
        assertThat(ran.err).contains("[ERROR] it does not compile").contains("target/launcher/build.log");
        assertThat(tree.resolve("target/launcher/built")).doesNotExist();
        assertThat(tree.resolve("target/launcher/lock")).doesNotExist();
    }

    private Path whereIs(String tool) {
        return Stream.of("/usr/bin", "/bin")
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private void tool(String name, String script) throws IOException {
        Path file = tools.resolve(name);
        Files.deleteIfExists(file);
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ran launch(Path script, String... arguments) throws Exception {
        List<String> command = Stream.concat(Stream.of(script.toString()), Stream.of(arguments))
                .toList();
        Path out = tools.resolveSibling("out");
        Path err = tools.resolveSibling("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ran(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private record Ran(int code, String out, String err) {}
}
