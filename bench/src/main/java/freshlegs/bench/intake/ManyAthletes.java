package freshlegs.bench.intake;

import freshlegs.bench.facts.Histories;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/** The same history for one athlete after the other, each a week before the last one's, as files of their own in a folder for each. */
final class ManyAthletes {
    private static final Duration WEEK = Duration.ofDays(7);

    private ManyAthletes() {}

    /** Returns when {@code files} lie on the disk, so that nothing of them is still being written afterwards. */
    static void write(List<Path> history, int files, Path folder) throws IOException {
        for (int i = 0; i < files; i++) {
            int athlete = i / history.size();
            Path original = history.get(i % history.size());
            Path own = Files.createDirectories(
                    folder.resolve(Histories.athlete(athlete).value()));
            byte[] shifted = ShiftedFile.of(Files.readAllBytes(original), -WEEK.toSeconds() * athlete);
            write(own.resolve(i + "-" + original.getFileName()), shifted);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }
}
