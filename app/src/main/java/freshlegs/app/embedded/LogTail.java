package freshlegs.app.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The end of a child's log, where the reason for its end usually stands. */
final class LogTail {
    private static final int BYTES = 16 * 1024;

    private LogTail() {}

    static boolean tellsOfFullDisk(Path log) {
        return Stream.of(log, Child.output(log))
                .flatMap(file -> lines(file).stream())
                .anyMatch(line -> line.contains("No space left on device"));
    }

    private static List<String> lines(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - BYTES);
            file.seek(from);
            byte[] tail = new byte[(int) (file.length() - from)];
            file.readFully(tail);
            return new String(tail, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
