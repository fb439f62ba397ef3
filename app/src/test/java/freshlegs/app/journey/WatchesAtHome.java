package freshlegs.app.journey;

import freshlegs.app.simulate.Simulation;
import freshlegs.app.simulate.Simulator;
import freshlegs.ingest.CheckInCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What simulated watches and phones hold, which they copy into the drop folder bit by bit. */
final class WatchesAtHome {
    private final Path simulated;
    private final Path inbox;

    private WatchesAtHome(Path simulated, Path inbox) {
        this.simulated = simulated;
        this.inbox = inbox;
    }

    static WatchesAtHome of(Simulation simulation, Path simulated, Path inbox) throws IOException {
        Simulator.write(simulation, simulated);
        return new WatchesAtHome(simulated, inbox);
    }

    /** How many files come of an athlete's days, both included. */
    int copy(String athlete, LocalDate from, LocalDate to) throws IOException {
        List<LocalDate> days = from.datesUntil(to.plusDays(1)).toList();
        Path folder = Files.createDirectories(inbox.resolve(athlete));
        int copied = 1;
        for (Path file : files(athlete)) {
            if (days.stream().anyMatch(day -> isOf(day).test(name(file)))) {
                Files.copy(file, folder.resolve(name(file)));
                copied++;
            }
        }
        List<String> rows = Files.readAllLines(simulated.resolve(athlete).resolve(CheckInCsv.FILE_NAME));
        List<String> told = Stream.concat(rows.stream().limit(1), rows.stream().filter(row -> days.stream()
                        .anyMatch(day -> row.contains(day.toString()))))
                .toList();
        Files.write(folder.resolve("checkins-until-" + to + ".csv"), told);
        return copied;
    }

    /** What a coach would know, by the names of the table's columns. */
    List<String> told(String athlete) throws IOException {
        List<List<String>> table = Files.readAllLines(simulated.resolve("athletes.csv")).stream()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
        return table.stream()
                .filter(row -> row.get(0).equals(athlete))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> files(String athlete) throws IOException {
        try (Stream<Path> files = Files.list(simulated.resolve(athlete))) {
            return files.filter(file -> !name(file).equals(CheckInCsv.FILE_NAME))
                    .sorted()
                    .toList();
        }
    }

    private static Predicate<String> isOf(LocalDate day) {
        String plain = DateTimeFormatter.BASIC_ISO_DATE.format(day);
        return name ->
                name.startsWith(day.toString()) || name.toUpperCase(Locale.ROOT).endsWith(plain + ".FIT");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
