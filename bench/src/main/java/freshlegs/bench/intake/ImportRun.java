package freshlegs.bench.intake;

import freshlegs.bench.service.Station;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files as runs of the histories under new identities, which go through one intake after the other; they share a broker. */
public final class ImportRun implements AutoCloseable {
    private final Station station;
    private final Path source;

    private ImportRun(Station station, Path source) {
        this.station = station;
        this.source = source;
    }

    /** Returns when all files are there. */
    @SuppressWarnings("resource")
    public static ImportRun of(List<Path> history, int files) throws IOException, InterruptedException {
        Station station = Station.empty();
        try {
            Path source = station.folder("source");
            ManyAthletes.write(history, files, source);
            return new ImportRun(station, source);
        } catch (IOException | RuntimeException e) {
            station.close();
            throw e;
        }
    }

    /** The first {@code files} of them through a new intake. */
    public Imported run(String name, int files, List<String> javaOptions) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(station.folder(name));
        Path arguments = folder.resolve("intake.arguments");
        Files.writeString(arguments, "-cp\n\"" + System.getProperty("java.class.path") + "\"\n");
        Path log = folder.resolve("intake.log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xshare:auto", "-Dfile.encoding=UTF-8"));
        command.add("-Dlogback.configurationFile=freshlegs/bench/logback.xml");
        command.addAll(javaOptions);
        Path answer = folder.resolve("imported.json");
        command.addAll(List.of(
                "@" + arguments,
                IntakeUnderTestMain.class.getName(),
                station.kafka().bootstrapServers(),
                folder.resolve("data").toString(),
                source.toString(),
                Integer.toString(files),
                answer.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the intake ended: " + Files.readString(log));
        }
        return Json.read(Files.readAllBytes(answer), Imported.class);
    }

    @Override
    public void close() {
        station.close();
    }
}
