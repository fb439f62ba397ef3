package freshlegs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Which processes read the files of a data folder now, for those who look; nothing is made. */
public final class Workers {
    private final Path folder;

    private Workers(Path folder) {
        this.folder = folder;
    }

    public static Workers in(Path dataFolder) {
        return new Workers(dataFolder.resolve("spool/workers"));
    }

    /** Their names. */
    public List<String> atWork() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(Workplace.NAME))
                    .filter(ProcessLock::isHeld)
                    .map(file -> file.getFileName().toString().substring(Workplace.NAME.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether one of them watches the inbox and announces what waits. */
    public boolean areLed() {
        return ProcessLock.isHeld(folder.resolve(Lead.NAME));
    }
}
