package freshlegs.bench;

import freshlegs.bench.report.Figure;
import freshlegs.bench.report.Measure;
import freshlegs.bench.service.Scratch;
import freshlegs.bench.start.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** From the command to a service that is ready, and to the squad of the demonstration on the screen. */
final class Starts implements Benchmark.Way {
    private static final double MILLIS = 1000;

    @Override
    public List<Figure> measure(Bench bench) throws IOException, InterruptedException {
        try (Scratch scratch = Scratch.create()) {
            List<String> program = program(bench, scratch.folder());
            Started.beforehand(program, "--version");
            List<Figure> all = new ArrayList<>();
            all.addAll(seen("run", Measure.RUN, Measure.RUN_CPU, program, scratch, bench));
            if (bench.scale().starts() > 0) {
                all.addAll(seen("demo", Measure.DEMO, Measure.DEMO_CPU, program, scratch, bench));
            }
            return List.copyOf(all);
        }
    }

    /** The first, by which Java keeps its classes for the next ones, does not count. */
    private static List<Figure> seen(
            String command, Measure wall, Measure processor, List<String> program, Scratch scratch, Bench bench)
            throws IOException, InterruptedException {
        List<Started> starts = new ArrayList<>();
        for (int i = 0; i <= bench.scale().starts(); i++) {
            Started one = Started.of(program, List.of(command), scratch.resolve(command + i));
            bench.say(command + ": " + one);
            starts.add(one);
        }
        List<Started> counted = starts.stream()
                .skip(starts.size() > 1 ? 1 : 0)
                .sorted(Comparator.comparingDouble(Started::seconds))
                .toList();
        Started median = counted.get(counted.size() / 2);
        String condition = String.format(
                Locale.ROOT,
                "median of %d starts on an empty folder, from %.1f to %.1f s; the one before them %.1f s",
                counted.size(),
                counted.get(0).seconds(),
                counted.get(counted.size() - 1).seconds(),
                starts.get(0).seconds());
        String parts = String.format(
                Locale.ROOT,
                "product %.1f, broker %.1f, database %.1f; the same start",
                median.processors().product().toMillis() / MILLIS,
                median.processors().broker().toMillis() / MILLIS,
                median.processors().database().toMillis() / MILLIS);
        return List.of(
                wall.seen(median.seconds(), condition),
                processor.seen(median.processors().all().toMillis() / MILLIS, parts));
    }

    /** The launcher where there is one, which a build tool's tests are too early for. */
    private static List<String> program(Bench bench, Path folder) throws IOException {
        String launcher = System.getProperty("freshlegs.launcher", "");
        if (!launcher.isEmpty()) {
            return List.of(launcher);
        }
        Path arguments = folder.resolve("product.arguments");
        Files.writeString(arguments, "-cp\n\"" + System.getProperty("java.class.path") + "\"\n");
        List<String> program = new ArrayList<>();
        program.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        program.addAll(bench.javaOptions());
        program.addAll(List.of("@" + arguments, "freshlegs.app.Main"));
        return program;
    }
}
