package freshlegs.ingest;

import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The athletes who have withdrawn their consent: nothing is taken of them until they give it again. Each is known by the hash of its id
 * alone, as an empty file of that name, so that it holds while the database is away.
 */
public final class Withdrawn {
    /** Why a file of theirs is not taken. */
    public static final String REASON =
            "consent was withdrawn, and nothing is taken for this athlete until it is given again";

    private static final String UNFINISHED = ".tmp";

    private final Path folder;

    private Withdrawn(Path folder) {
        this.folder = folder;
    }

    public static Withdrawn in(Path dataFolder) {
        return new Withdrawn(dataFolder.resolve("spool/withdrawn"));
    }

    public boolean has(AthleteId athlete) {
        return Files.exists(folder.resolve(hash(athlete)));
    }

    /** From here on exactly these; answers whether that is a change. */
    public boolean are(Collection<AthleteId> athletes) {
        Set<String> names = athletes.stream().map(Withdrawn::hash).collect(Collectors.toSet());
        try {
            Set<String> before = known();
            for (String name : names) {
                if (!before.contains(name)) {
                    Files.createDirectories(folder);
                    DurableFiles.write(
                            folder.resolve(name), new byte[0], folder.resolve(UUID.randomUUID() + UNFINISHED));
                }
            }
            for (String name : before) {
                if (!names.contains(name)) {
                    Files.deleteIfExists(folder.resolve(name));
                }
            }
            return !before.equals(names);
        } catch (IOException e) {
            throw new UncheckedIOException("that consent was withdrawn or given cannot be noted", e);
        }
    }

    private Set<String> known() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(UNFINISHED))
                    .collect(Collectors.toSet());
        }
    }

    private static String hash(AthleteId athlete) {
        return ContentHash.of(athlete.value().getBytes(StandardCharsets.UTF_8));
    }
}
