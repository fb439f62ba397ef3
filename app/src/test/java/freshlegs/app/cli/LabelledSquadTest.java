package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.labelled.Cause;
import freshlegs.app.labelled.LabelledAthlete;
import freshlegs.app.world.SquadCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledSquadTest {
    private final Path temporary;
    private final CommandLineUnderTest freshlegs;

    LabelledSquadTest(@TempDir Path temporary) {
        this.temporary = temporary;
        this.freshlegs = CommandLineUnderTest.on(temporary.resolve("data"));
    }

    @Test
    void a_labelled_squad_has_so_many_of_each_kind_and_the_same_bytes_each_time() throws IOException {
        Path first = temporary.resolve("first");
        Path second = temporary.resolve("second");

        Ran ran = simulate(first);
        simulate(second);

        List<LabelledAthlete> squad = SquadCsv.read(first);
        assertThat(ran.out()).isEqualTo("11 athletes in " + first + System.lineSeparator());
        assertThat(squad)
                .hasSize(11)
                .filteredOn(one -> one.nights().size() == 40)
                .hasSize(5);
        for (Cause cause : List.of(Cause.SEVERE, Cause.MODERATE, Cause.PARADOXICAL)) {
            assertThat(squad)
                    .filteredOn(one -> one.labels().stream().anyMatch(label -> label.cause() == cause))
                    .hasSize(2);
        }
        for (String file : List.of("athletes.csv", "readings.csv", "checkins.csv", "sessions.csv", "labels.csv")) {
            assertThat(second.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_named_with_the_way_out() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");

        Ran ran = freshlegs.run("simulate", "--csv", file);

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("could not be written to " + file).contains("--csv");
    }

    private Ran simulate(Path folder) {
        Ran ran =
                freshlegs.run("simulate", "--csv", folder, "--sound", 5, "--overreached", 2, "--days", 40, "--seed", 3);
        assertThat(ran.code()).isZero();
        return ran;
    }
}
