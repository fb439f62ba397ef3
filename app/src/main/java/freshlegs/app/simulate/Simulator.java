package freshlegs.app.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a squad's season as watches would: {@code <athlete>/*.fit} and {@code <athlete>/checkins.csv}, {@code athletes.csv}
 * with what a coach would know, and {@code labels.csv} with the truth. The same settings give the same bytes.
 */
public final class Simulator {
    private Simulator() {}

    public static List<Label> write(Simulation settings, Path out) throws IOException {
        Squad squad = Squad.of(settings);
        Files.createDirectories(out);
        try {
            squad.runners().parallelStream().forEach(runner -> writeSeason(settings, runner, out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        List<Label> labels = squad.labels(settings.lastDay());
        WatchFolder.writeTable(out.resolve("athletes.csv"), squad.athletesCsv(settings.lastDay()));
        WatchFolder.writeTable(out.resolve("labels.csv"), Squad.labelsCsv(labels));
        return labels;
    }

    private static void writeSeason(Simulation settings, Runner runner, Path out) {
        try {
            new Diary(settings, runner, new WatchFolder(out.resolve(runner.id().value()))).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
