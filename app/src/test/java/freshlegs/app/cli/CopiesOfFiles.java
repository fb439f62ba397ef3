package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.simulate.Simulation;
import freshlegs.app.simulate.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a person sees of files of which there are copies, and decides about them. */
final class CopiesOfFiles {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 1);
    private static final int DAYS = 14;

    private final CommandLineUnderTest freshlegs;
    private final Path temporary;

    CopiesOfFiles(CommandLineUnderTest freshlegs, Path temporary) {
        this.freshlegs = freshlegs;
        this.temporary = temporary;
    }

    void areSeenKeptAndTakenBack() throws IOException {
        ran("import", "--athlete", "frida", simulated(7), simulated(8));
        JsonNode files = ran("files", "--athlete", "frida", "--json").json();
        assertThat(files.findValuesAsText("route")).containsOnly("import");
        JsonNode alternative = rows(files)
                .filter(row -> row.path("kept").isBoolean() && !row.path("kept").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(alternative.path("why").asText()).startsWith("an alternative: ");
        String id = alternative.path("id").asText();
        String group = alternative.path("group").asText();
        String trends = trends();

        String kept = ran("files", "keep", "--athlete", "frida", id, "--csv").out();
        assertThat(kept).startsWith("id,received,route,outcome,activity,group,kept,why,");
        assertThat(kept.lines().filter(line -> line.startsWith(id)))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(",true,kept by decision,"));
        assertThat(trends()).isNotEqualTo(trends);

        ran("files", "undo", "--athlete", "frida", alternative.path("path").asText());
        assertThat(trends()).isEqualTo(trends);
        assertThat(rows(ran("files", "--athlete", "frida", "--group", group, "--json")
                                .json())
                        .map(row -> row.path("group").asText()))
                .hasSizeGreaterThan(1)
                .containsOnly(group);
        JsonNode wellness = rows(files)
                .filter(row -> !row.path("activity").isTextual())
                .findFirst()
                .orElseThrow();
        Ran nothing = freshlegs.run(
                "files", "keep", "--athlete", "frida", wellness.path("id").asText());
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.err()).contains("holds no activity itself, so there is nothing to keep");
    }

    void oneThatIsNotThereIsAnsweredWithWhatToDo() {
        Ran unknown = freshlegs.run("files", "keep", "--athlete", "frida", "nowhere.fit");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err())
                .contains("There is no file nowhere.fit of frida: `freshlegs files --athlete frida` lists them.");
        Ran several = freshlegs.run("files", "undo", "--athlete", "frida", "20");
        assertThat(several.code()).isEqualTo(1);
        assertThat(several.err()).contains("20 can be several files of frida: say which by its id");
    }

    private Ran ran(Object... words) {
        Ran ran = freshlegs.run(words);
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }

    private String trends() {
        return ran("trends", "--athlete", "frida", "--csv").out();
    }

    private static Stream<JsonNode> rows(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    /** Another watch's view of the same mornings. */
    private Path simulated(long seed) throws IOException {
        Path out = temporary.resolve("simulated-" + seed);
        List<?> squad = Simulator.write(new Simulation(seed, 1, DAYS, LAST_DAY), out);
        assertThat(squad).hasSize(1);
        try (Stream<Path> folders = Files.list(out)) {
            return folders.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }
}
