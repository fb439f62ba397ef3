package freshlegs.ingest.http;

import freshlegs.ingest.DurableFiles;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The tokens on disk, readable by the folder's owner only; several processes may change them, one after the other. */
final class TokenFile {
    /** A process's own threads must queue here, because a file lock holds against other processes alone. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path file;
    private final Path lock;
    private Optional<Sighting> lastSeen = Optional.empty();
    private List<Token> known = List.of();

    TokenFile(Path dataFolder) {
        this.file = dataFolder.resolve("tokens.json");
        this.lock = dataFolder.resolve("tokens.lock");
    }

    private record Content(List<Token> tokens) {}

    private record Sighting(FileTime changed, long size, String inode) {}

    /** All tokens; the file is read again only when it was replaced. */
    synchronized List<Token> read() {
        try {
            Optional<Sighting> seen = look();
            if (!seen.equals(lastSeen)) {
                known = seen.isPresent() ? load() : List.of();
                lastSeen = seen;
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** Replaces the tokens by what {@code change} makes of the latest ones; a token that is revoked stays so in a power cut. */
    void change(UnaryOperator<List<Token>> change) {
        synchronized (ONE_AT_A_TIME) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                List<Token> before = load();
                List<Token> after = change.apply(before);
                if (held.isValid() && !after.equals(before)) {
                    store(after);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be written", e);
            }
        }
    }

    private Optional<Sighting> look() throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Sighting(
                    attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private List<Token> load() throws IOException {
        try {
            return List.copyOf(
                    Json.read(Files.readAllBytes(file), Content.class).tokens());
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private void store(List<Token> tokens) throws IOException {
        Path fresh = file.resolveSibling("tokens." + UUID.randomUUID() + ".tmp");
        DurableFiles.writeForOwner(file, Json.write(new Content(tokens)), fresh);
    }
}
