package freshlegs.app.chaos;

import static org.awaitility.Awaitility.await;

import freshlegs.app.output.Query;
import freshlegs.model.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Watch files of one more athlete that come into the drop folder one by one. */
record Arriving(String athlete, List<Path> files, Thread dropping) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MOST = 40;
    private static final long PACE_MILLIS = 50;

    static Arriving begin(Path from, Path data, String athlete) throws IOException {
        Path inbox = Files.createDirectories(data.resolve("inbox").resolve(athlete));
        List<Path> files;
        try (Stream<Path> all = Files.list(from)) {
            files = all.filter(file -> file.toString().endsWith(".fit"))
                    .sorted()
                    .limit(MOST)
                    .toList();
        }
        Thread dropping = new Thread(() -> drop(files, inbox), "arriving");
        dropping.setDaemon(true);
        dropping.start();
        return new Arriving(athlete, files, dropping);
    }

    /** Until every file has its outcome. */
    void awaitEnd(DatabaseAddress database) throws Exception {
        dropping.join();
        try (Connection connection = Query.connect(database)) {
            await().atMost(PATIENCE)
                    .until(() -> Tables.column(
                                            connection,
                                            "select delivery_id from freshlegs.file_outcome where athlete = '" + athlete
                                                    + "'")
                                    .size()
                            >= files.size());
        }
    }

    private static void drop(List<Path> files, Path inbox) {
        try {
            for (Path file : files) {
                Files.copy(file, inbox.resolve(String.valueOf(file.getFileName())));
                Thread.sleep(PACE_MILLIS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
