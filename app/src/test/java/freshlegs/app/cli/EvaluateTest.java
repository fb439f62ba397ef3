package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.cli.CommandLineUnderTest.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTest {
    private final Path temporary;
    private final CommandLineUnderTest freshlegs;

    EvaluateTest(@TempDir Path temporary) {
        this.temporary = temporary;
        this.freshlegs = CommandLineUnderTest.on(temporary.resolve("data"));
    }

    @Test
    void a_seed_gives_figures_for_programs_and_every_episode_of_fatigue() throws Exception {
        Path episodes = temporary.resolve("episodes.csv");

        Ran ran =
                freshlegs.run("evaluate", "--seed", 5, "--sound", 2, "--athletes", 6, "--json", "--episodes", episodes);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.json().path("seed").asLong()).isEqualTo(5);
        assertThat(ran.json().path("severeDetectedWithin14Days").asDouble()).isPositive();
        assertThat(ran.err()).contains("athletes 22/22");
        assertThat(Files.readAllLines(episodes))
                .startsWith("athlete,status,from,to")
                .hasSizeGreaterThan(3);
        assertThat(Files.readAllLines(episodes).stream().skip(1))
                .allMatch(
                        line -> line.matches("[a-z]+-\\d{5},(AMBER|RED),\\d{4}-\\d\\d-\\d\\d,(\\d{4}-\\d\\d-\\d\\d)?"));
        assertThat(temporary.resolve("data")).doesNotExist();
    }

    @Test
    void people_get_tables_and_a_document_its_own() throws Exception {
        Path document = temporary.resolve("page.md");
        Files.writeString(document, "before\n<!-- begin of figures -->\n<!-- end of figures -->\nafter\n");

        Ran ran = freshlegs.run("evaluate", "--seed", 5, "--sound", 1, "--athletes", 1, "--document", document);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("Side by side")
                .contains("severe seen within 14 days")
                .contains("By squad");
        assertThat(Files.readString(document))
                .startsWith("before\n<!-- begin of figures -->\n")
                .contains("| Resting heart rate +5 bpm | ")
                .endsWith("<!-- end of figures -->\nafter\n");
    }

    @Test
    void a_document_without_a_place_for_tables_is_refused_before_anything_is_measured() throws Exception {
        Path document = temporary.resolve("page.md");
        Files.writeString(document, "nothing\n");

        Ran ran = freshlegs.run("evaluate", "--seed", 5, "--document", document);

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("<!-- begin of figures -->").doesNotContain("athletes 1/");
    }

    @Test
    void a_folder_that_is_no_squad_is_named() {
        Ran ran = freshlegs.run("evaluate", temporary.resolve("nowhere"));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("nowhere");
    }
}
