package freshlegs.app.watch;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The folders of a watch that hold what we read, whatever case they are written in. */
final class WatchFolder {
    private static final Map<String, String> CANONICAL = Map.of(
            "activity", "Activity",
            "activities", "Activity",
            "monitor", "Monitor",
            "sleep", "Sleep",
            "hrvstatus", "HRVStatus",
            "metrics", "Metrics");
    private static final int MOST_ENTRIES = 50_000;

    private WatchFolder() {}

    /** One name for a folder that is read, whatever the watch calls it. */
    static Optional<String> canonical(Path folder) {
        return Optional.ofNullable(CANONICAL.get(nameOf(folder).toLowerCase(Locale.ROOT)));
    }

    /** Real folders, not links; nothing where nothing can be listed. */
    static List<Path> foldersIn(Path folder) {
        try {
            return entriesOf(folder).stream()
                    .filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS) && !isHidden(each))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    static List<Path> entriesOf(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                if (entries.size() == MOST_ENTRIES) {
                    throw new IOException("more than " + MOST_ENTRIES + " files in one folder");
                }
                entries.add(entry);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        entries.sort(Comparator.naturalOrder());
        return entries;
    }

    static boolean isHidden(Path path) {
        return nameOf(path).startsWith(".");
    }

    static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }
}
