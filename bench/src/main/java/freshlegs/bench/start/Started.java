package freshlegs.bench.start;

import freshlegs.bench.drop.Processors;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One command as a person gives it, from the start of its process to the first line that it prints. */
public record Started(double seconds, Processors processors) {
    private static final long PATIENCE_SECONDS = 120;
    private static final double NANOS = 1e9;

    /** {@code program} is the launcher, or Java and how it finds the product; {@code folder} is for the data. */
    public static Started of(List<String> program, List<String> arguments, Path folder)
            throws IOException, InterruptedException {
        Path data = Files.createDirectories(folder).resolve("data");
        Path log = folder.resolve("log");
        List<String> command = new ArrayList<>(program);
        command.addAll(arguments);
        command.addAll(List.of("--data", data.toString(), "--port", "0", "--intake-port", "0", "--metrics-port", "0"));
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(Redirect.to(log.toFile()))
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            if (lines.readLine() == null) {
                throw new IllegalStateException("it did not start: " + Files.readString(log));
            }
            double seconds = (System.nanoTime() - began) / NANOS;
            return new Started(seconds, Processors.of(process.toHandle(), data.resolve("postgres")));
        } finally {
            end(process);
        }
    }

    /** Runs to its end. */
    public static void beforehand(List<String> program, String argument) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.add(argument);
        Process process = new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + process.exitValue());
        }
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
