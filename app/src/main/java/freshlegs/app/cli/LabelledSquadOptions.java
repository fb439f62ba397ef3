package freshlegs.app.cli;

import freshlegs.app.labelled.Cause;
import freshlegs.app.labelled.LabelledAthlete;
import freshlegs.app.problem.Problem;
import freshlegs.app.simulate.RecordedSquad;
import freshlegs.app.world.SquadCsv;
import freshlegs.app.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** A squad of the benchmark's mixture as tables, instead of watch files. */
final class LabelledSquadOptions {
    private static final int SOUND = 20;
    private static final int OVERREACHED = 10;
    private static final int DAYS = 365;
    private static final int MOST_OF_A_KIND = 2000;
    private static final int MOST_DAYS = 3660;

    @Option(
            names = "--csv",
            paramLabel = "DIR",
            description = "Instead of watch files: a labelled squad of the benchmark's mixture as five CSV files.")
    private Optional<Path> csv = Optional.empty();

    @Option(
            names = "--fit",
            paramLabel = "DIR",
            description = "With --csv: the same athletes' watch files and check-ins as well, a folder for each.")
    private Optional<Path> fit = Optional.empty();

    @Option(
            names = "--sound",
            paramLabel = "N",
            description = "With --csv: how many athletes who never overreach (default: " + SOUND + ").")
    private Optional<Integer> sound = Optional.empty();

    @Option(
            names = "--overreached",
            paramLabel = "N",
            description = "With --csv: how many athletes for each kind of overreaching (default: " + OVERREACHED + ").")
    private Optional<Integer> overreached = Optional.empty();

    boolean isAskedFor() {
        return csv.isPresent();
    }

    void checkUnused() {
        if (sound.isPresent() || overreached.isPresent() || fit.isPresent()) {
            throw Problem.wrongUse("--sound and --overreached go with --csv DIR, and so does --fit.");
        }
    }

    int write(Shell shell, long seed, Optional<Integer> days) {
        Path folder = csv.orElseThrow();
        int each = between("--overreached", overreached.orElse(OVERREACHED), 0, MOST_OF_A_KIND);
        int unharmed = between("--sound", sound.orElse(SOUND), 0, MOST_OF_A_KIND);
        int soundDays = between("--days", days.orElse(DAYS), 1, MOST_DAYS);
        Stream<LabelledAthlete> squad = Stream.concat(
                World.sound(seed, unharmed, soundDays),
                Arrays.stream(Cause.values())
                        .filter(Cause::isOverreaching)
                        .flatMap(cause -> World.overreached(seed, cause, each)));
        try {
            int athletes = SquadCsv.write(folder, squad.map(this::recorded));
            shell.out().println(athletes + " athletes in " + folder);
        } catch (IOException e) {
            throw unwritable(folder, "--csv", e);
        }
        return 0;
    }

    private LabelledAthlete recorded(LabelledAthlete athlete) {
        fit.ifPresent(folder -> {
            try {
                RecordedSquad.write(athlete, folder);
            } catch (IOException e) {
                throw unwritable(folder, "--fit", e);
            }
        });
        return athlete;
    }

    private static Problem unwritable(Path folder, String option, IOException e) {
        return Problem.failed(
                "The files could not be written to " + folder + " (" + e.getMessage() + "): choose another folder with "
                        + option + ".",
                e);
    }

    private static int between(String option, int given, int fewest, int most) {
        if (given < fewest || given > most) {
            throw Problem.wrongUse(option + " must be a number from " + fewest + " to " + most + ".");
        }
        return given;
    }
}
