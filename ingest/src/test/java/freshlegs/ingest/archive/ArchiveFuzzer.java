package freshlegs.ingest.archive;

import freshlegs.ingest.limit.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for archives that break their reader or write beside their folder; whatever is thrown is a finding. */
public final class ArchiveFuzzer {
    private static final Path FOLDER = newFolder();
    private static final Path UNPACKED = FOLDER.resolve("unpacked");
    private static final Path FILE = FOLDER.resolve("archive");

    private ArchiveFuzzer() {}

    public static void fuzzerTestOneInput(byte[] content) throws IOException {
        Files.createDirectories(UNPACKED);
        Files.write(FILE, content);
        if (!Archive.isArchive(FILE)) {
            return;
        }
        int files = 0;
        try (Archive archive = Archive.open(FILE, UNPACKED, Limits.STANDARD)) {
            for (Optional<Unpacked> next = archive.next(); next.isPresent(); next = archive.next()) {
                files++;
                if (next.get().content().isPresent()) {
                    Files.delete(next.get().content().get());
                }
            }
            if (files == 0 && archive.problem().isEmpty()) {
                throw new IllegalStateException("an archive of which nothing is told");
            }
        }
        try (Stream<Path> left = Files.walk(FOLDER).filter(Files::isRegularFile)) {
            if (left.anyMatch(path -> !path.equals(FILE))) {
                throw new IllegalStateException("something is left or written elsewhere");
            }
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("freshlegs-fuzz");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
