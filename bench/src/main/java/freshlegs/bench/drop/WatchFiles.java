package freshlegs.bench.drop;

import freshlegs.app.simulate.Simulation;
import freshlegs.app.simulate.Simulator;
import freshlegs.bench.facts.Histories;
import freshlegs.model.AthleteId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Simulated recordings of the days behind the histories, the next one of each athlete in turn. */
public final class WatchFiles {
    private static final int RUNS_IN_TWO_WEEKS = 6;

    private WatchFiles() {}

    /** A recording and whose inbox it goes to; the day is its only one. */
    public record WatchFile(AthleteId athlete, LocalDate date, Path file) {}

    public static List<WatchFile> simulate(long seed, int athletes, int files, Path folder) throws IOException {
        int each = (files + athletes - 1) / athletes;
        int days = 14 * ((each + RUNS_IN_TWO_WEEKS - 1) / RUNS_IN_TWO_WEEKS);
        Simulator.write(new Simulation(seed, athletes, days, Histories.lastDay().plusDays(days)), folder);
        List<List<WatchFile>> byAthlete = new ArrayList<>();
        try (Stream<Path> squad = Files.list(folder)) {
            for (Path own : squad.filter(Files::isDirectory).sorted().toList()) {
                byAthlete.add(recordings(own, Histories.athlete(byAthlete.size())));
            }
        }
        return inTurn(byAthlete, files);
    }

    /** Names of recordings begin with their day; of a day with two only the first is taken. */
    private static List<WatchFile> recordings(Path own, AthleteId athlete) throws IOException {
        List<WatchFile> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(own)) {
            for (Path file : files.filter(WatchFiles::isRecording).sorted().toList()) {
                LocalDate date = LocalDate.parse(file.getFileName().toString().substring(0, 10));
                boolean isFirst =
                        all.isEmpty() || !all.get(all.size() - 1).date().equals(date);
                if (isFirst && date.isAfter(Histories.lastDay())) {
                    all.add(new WatchFile(athlete, date, file));
                }
            }
        }
        return all;
    }

    private static boolean isRecording(Path file) {
        return file.getFileName().toString().matches("\\d{4}-\\d{2}-\\d{2}-.*\\.fit");
    }

    private static List<WatchFile> inTurn(List<List<WatchFile>> byAthlete, int files) {
        List<WatchFile> turns = new ArrayList<>();
        for (int round = 0; turns.size() < files; round++) {
            int before = turns.size();
            for (List<WatchFile> own : byAthlete) {
                if (round < own.size() && turns.size() < files) {
                    turns.add(own.get(round));
                }
            }
            if (turns.size() == before) {
                throw new IllegalStateException("only " + before + " recordings were simulated");
            }
        }
        return turns;
    }
}
