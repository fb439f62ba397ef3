package freshlegs.bench;

import freshlegs.bench.report.Document;
import freshlegs.bench.report.Figure;
import freshlegs.bench.report.Machine;
import freshlegs.bench.report.Report;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "freshlegs bench",
        description =
                "Measure how fast and how large the pipeline is, on synthetic histories, with everything on loopback.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;
    private final Path root;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--quick", description = "A first look at less, in minutes.")
    private boolean quick;

    @Option(names = "--smallest", hidden = true, description = "Only whether everything works.")
    private boolean smallest;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Only these: replay, ten-years, linear, footprint, growth, drop, import, latency, board, start, micro.")
    private List<String> only = List.of();

    @Option(
            names = "--up-to",
            paramLabel = "N",
            description = "Draw the line by athletes up to 1000, 3000 or 10000 of them (default: ${DEFAULT-VALUE}).")
    private int upTo = 1_000;

    @Option(names = "--json", paramLabel = "FILE", description = "Where to write the figures for programs.")
    private Optional<Path> json = Optional.empty();

    @Option(
            names = "--document",
            paramLabel = "FILE",
            description =
                    "A Markdown document whose table of figures is brought up to date, such as docs/performance.md.")
    private Optional<Path> document = Optional.empty();

    @Option(
            names = "--java",
            paramLabel = "OPTION",
            description =
                    "A further option for the measured Java, such as one of the flight recorder; may be repeated.")
    private List<String> java = List.of();

    BenchCommand(PrintStream out, PrintStream err, Path root) {
        this.out = out;
        this.err = err;
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        List<Benchmark> chosen = chosen();
        Machine machine = Machine.here(Clock.systemUTC(), root);
        List<String> options = new ArrayList<>(List.of("-Xmx1g"));
        options.addAll(java);
        Bench bench = new Bench(scale(), options, root, err::println);
        List<Figure> figures = new ArrayList<>();
        for (Benchmark benchmark : chosen) {
            err.println(benchmark.word() + " ...");
            figures.addAll(benchmark.measure(bench));
            keep(new Report(machine, figures));
        }
        out.print(new Report(machine, figures).text());
        return 0;
    }

    /** After each benchmark, so that a run that is ended keeps what it saw. */
    private void keep(Report report) throws IOException {
        if (json.isPresent()) {
            write(json.get(), report);
        }
        if (document.isPresent()) {
            Files.writeString(document.get(), Document.with(report, Files.readString(document.get())));
        }
    }

    private static void write(Path file, Report report) throws IOException {
        Files.write(file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(report.json()));
    }

    private Scale scale() {
        if (smallest) {
            return Scale.smallest();
        }
        return quick ? Scale.quick() : Scale.whole(upTo);
    }

    private List<Benchmark> chosen() {
        List<Benchmark> all = Benchmark.ALL;
        for (String name : only) {
            if (all.stream().noneMatch(benchmark -> benchmark.word().equals(name))) {
                throw new ParameterException(spec.commandLine(), "There is no benchmark " + name + ", only " + names());
            }
        }
        return only.isEmpty()
                ? all
                : all.stream()
                        .filter(benchmark -> only.contains(benchmark.word()))
                        .toList();
    }

    private static String names() {
        return Benchmark.ALL.stream().map(Benchmark::word).collect(Collectors.joining(", "));
    }
}
