package freshlegs.ingest;

import freshlegs.ingest.decode.SportWords;
import freshlegs.model.Sport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The sports in Strava's {@code activities.csv}. Its header is in its owner's language, so columns are known by place and content:
 * the fourth is the sport, the one that holds paths such as {@code activities/1.gpx.gz} is the file.
 */
final class ActivityList {
    private static final long LARGEST_BYTES = 16L << 20;
    private static final int SPORT = 3;
    private static final Pattern FILE = Pattern.compile("(?i).+\\.(fit|tcx|gpx)(\\.gz)?");

    private ActivityList() {}

    /** By path as the archive's files are shown; nothing when it is no such list. */
    static Map<String, Sport> read(Path content, String listedAt) {
        try {
            if (Files.size(content) > LARGEST_BYTES) {
                return Map.of();
            }
            String folder = listedAt.substring(0, Math.max(listedAt.lastIndexOf('/'), 0));
            String text = new String(Files.readAllBytes(content), StandardCharsets.UTF_8);
            return sports(CsvTable.rows(text), folder.isEmpty() ? "" : folder + "/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Sport> sports(List<CsvTable.Row> rows, String folder) {
        Map<String, Sport> sports = new HashMap<>();
        for (CsvTable.Row row : rows) {
            List<String> cells = row.cells();
            OptionalInt file = IntStream.range(SPORT + 1, cells.size())
                    .filter(i -> FILE.matcher(cells.get(i)).matches())
                    .findFirst();
            if (file.isPresent()) {
                Optional<Sport> sport = SportWords.sport(cells.get(SPORT));
                sport.ifPresent(known -> sports.put(folder + cells.get(file.getAsInt()), known));
            }
        }
        return sports;
    }
}
