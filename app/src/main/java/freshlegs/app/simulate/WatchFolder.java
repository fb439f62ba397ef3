package freshlegs.app.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** One athlete's folder, with names as watches give them. */
final class WatchFolder {
    private static final DateTimeFormatter ACTIVITY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss'.fit'", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd'.FIT'", Locale.ROOT);

    /** What a day's file holds, by the first letter of its name. */
    enum Kind {
        MONITORING,
        HRV,
        SLEEP
    }

    private final Path folder;

    WatchFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    void write(Kind kind, LocalDate date, byte[] file) throws IOException {
        Files.write(folder.resolve(kind.name().charAt(0) + DAY.format(date)), file);
    }

    void writeActivity(LocalDateTime localStart, byte[] file) throws IOException {
        Files.write(folder.resolve(ACTIVITY.format(localStart)), file);
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    /** The same line ends on every system. */
    static void writeTable(Path file, List<String> rows) throws IOException {
        Files.writeString(file, String.join("\n", rows) + "\n");
    }

    static LocalDateTime local(long epochSecond) {
        return LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC);
    }
}
