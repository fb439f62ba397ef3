package freshlegs.app.ask;

import freshlegs.app.ask.Manifest.Part;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Days of an earlier export that have no rows any more, and what an interrupted one left. */
final class Leftovers {
    private static final String PREFIX = View.DAY + "=";

    private Leftovers() {}

    /** Only within the days that were asked for, and only files that an export has made. */
    static void remove(Export.Wanted wanted, View view, List<Part> written) throws IOException {
        Path folder = wanted.folder().resolve(view.word());
        if (!view.isDaily() || !Files.isDirectory(folder)) {
            return;
        }
        Set<Optional<LocalDate>> days = written.stream().map(Part::day).collect(Collectors.toSet());
        try (DirectoryStream<Path> partitions = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path partition : partitions) {
                Optional<LocalDate> day = day(partition);
                if (day.isPresent() && !days.contains(day) && isWithin(day.get(), wanted)) {
                    Path file = partition.resolve(wanted.form().fileName());
                    Files.deleteIfExists(Partitions.unfinished(file));
                    Files.deleteIfExists(file);
                    removeIfEmpty(partition);
                }
            }
        }
    }

    static boolean isWithin(LocalDate day, Export.Wanted wanted) {
        return wanted.from().filter(day::isBefore).isEmpty()
                && wanted.to().filter(day::isAfter).isEmpty();
    }

    private static void removeIfEmpty(Path partition) throws IOException {
        try (DirectoryStream<Path> rest = Files.newDirectoryStream(partition)) {
            if (rest.iterator().hasNext()) {
                return;
            }
        }
        Files.delete(partition);
    }

    private static Optional<LocalDate> day(Path partition) {
        try {
            return Optional.of(
                    LocalDate.parse(partition.getFileName().toString().substring(PREFIX.length())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
