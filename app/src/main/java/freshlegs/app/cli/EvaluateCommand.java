package freshlegs.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.evaluate.Evaluation;
import freshlegs.app.evaluate.Found;
import freshlegs.app.evaluate.Gap;
import freshlegs.app.evaluate.Report;
import freshlegs.app.evaluate.ReportJson;
import freshlegs.app.evaluate.Squad;
import freshlegs.app.evaluate.Squads;
import freshlegs.app.labelled.LabelledAthlete;
import freshlegs.app.output.MarkedDocument;
import freshlegs.app.problem.Problem;
import freshlegs.app.world.SquadCsv;
import freshlegs.streams.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "evaluate",
        description =
                "Measure how well alerts agree with the truth, on a labelled squad in CSV or on the synthetic ones of a seed.")
final class EvaluateCommand implements Callable<Integer> {
    private static final int MOST_ATHLETES = 99_999;

    private final Shell shell;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "A squad's folder: athletes.csv, readings.csv, checkins.csv, sessions.csv, labels.csv.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Instead of a folder: the synthetic squads of this seed.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--sound",
            paramLabel = "N",
            description = "How many sound athletes, a year of each (default: ${DEFAULT-VALUE}).")
    private int sound = 1000;

    @Option(
            names = "--athletes",
            paramLabel = "N",
            description = "How many athletes of each kind of overreaching (default: ${DEFAULT-VALUE}).")
    private int athletes = 2000;

    @Option(
            names = "--without",
            paramLabel = "WHAT",
            description =
                    "As if nobody had handed over check-ins, resting-heart-rate, hrv, exercise-heart-rate or performance.")
    private Optional<String> without = Optional.empty();

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "With these changed thresholds instead of the published ones, see `freshlegs rules`.")
    private String rules = RulesOption.PUBLISHED;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Option(
            names = "--episodes",
            paramLabel = "FILE",
            description = "Write every episode of fatigue as CSV: athlete, status, from, to.")
    private Optional<Path> episodes = Optional.empty();

    @Option(
            names = "--document",
            paramLabel = "FILE",
            description = "A Markdown document whose tables are brought up to date, such as docs/detection.md.")
    private Optional<Path> document = Optional.empty();

    @Mixin
    @SuppressWarnings("UnusedVariable") // read by the parser alone
    private CommonOptions common = new CommonOptions();

    EvaluateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Rules judging = RulesOption.read("--rules", rules);
        List<Squad> squads = squads();
        document.ifPresent(file -> into(file, ""));
        Evaluation evaluation = evaluate(squads, judging);
        Report report = new Report(evaluation);
        episodes.ifPresent(file -> write(file, csv(evaluation.found())));
        document.ifPresent(file -> write(file, into(file, report.markdown())));
        if (json) {
            ObjectNode figures = ReportJson.of(evaluation);
            seed.ifPresent(number -> figures.put("seed", number));
            JsonOutput.print(shell.out(), figures);
        } else {
            shell.out().print(report.text());
        }
        return 0;
    }

    private List<Squad> squads() {
        if (folder.isPresent() == seed.isPresent()) {
            throw Problem.wrongUse("Say what to evaluate: a folder, or --seed with a number.");
        }
        Optional<Gap> gap = without.map(EvaluateCommand::gap);
        List<Squad> squads = folder.map(this::fromFolder).orElseGet(this::synthetic);
        return squads.stream()
                .map(squad -> gap.map(squad::without).orElse(squad))
                .toList();
    }

    private List<Squad> fromFolder(Path dir) {
        try {
            List<LabelledAthlete> all = SquadCsv.read(dir);
            if (all.isEmpty()) {
                throw Problem.failed("There are no athletes in " + dir + ".");
            }
            return List.of(Squad.of("all", all));
        } catch (IOException e) {
            throw Problem.failed("The squad in " + dir + " could not be read (" + e.getMessage() + ").", e);
        }
    }

    private List<Squad> synthetic() {
        return Squads.of(seed.orElseThrow(), checked("--sound", sound), checked("--athletes", athletes));
    }

    private static int checked(String option, int number) {
        if (number < 0 || number > MOST_ATHLETES) {
            throw Problem.wrongUse(option + " must be a number from 0 to " + MOST_ATHLETES + ".");
        }
        return number;
    }

    private Evaluation evaluate(List<Squad> squads, Rules judging) {
        Progress progress = new Progress(
                shell, "athletes", squads.stream().mapToInt(Squad::size).sum());
        AtomicInteger done = new AtomicInteger();
        Evaluation evaluation =
                Evaluation.of(squads, judging, Runtime.getRuntime().availableProcessors(), () -> {
                    synchronized (progress) {
                        progress.at(done.incrementAndGet());
                    }
                });
        progress.end();
        return evaluation;
    }

    private static Gap gap(String word) {
        return Stream.of(Gap.values())
                .filter(gap -> word(gap).equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.wrongUse("--without must be one of "
                        + Stream.of(Gap.values()).map(EvaluateCommand::word).collect(Collectors.joining(", ")) + "."));
    }

    private static String word(Gap gap) {
        return gap.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String csv(List<Found> found) {
        return Stream.concat(Stream.of(Found.HEADER), found.stream().map(Found::toCsv))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The document with other tables; tried before anything is measured, so that no measurement is lost. */
    private static String into(Path file, String tables) {
        try {
            return MarkedDocument.with(tables, Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw Problem.failed("The document " + file + " has no place for tables: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw Problem.failed("The document " + file + " could not be read (" + e.getMessage() + ").", e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw Problem.failed("Nothing could be written to " + file + " (" + e.getMessage() + ").", e);
        }
    }
}
