package freshlegs.app.watch;

import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The data folder's inbox: {@code inbox/<athlete>/watch-<last four digits>/<folder>/<name>}. A file appears there whole, by
 * rename, and never replaces another one: other content under a name that is taken gets the beginning of its hash into its name.
 */
public final class InboxDestination implements Destination {
    private static final String UNFINISHED = ".freshlegs-watch-";
    private static final int HASH_IN_NAME = 8;
    private static final int CHUNK = 1 << 16;

    private final Path inbox;

    public InboxDestination(Path dataFolder) {
        this.inbox = dataFolder.resolve("inbox");
    }

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public Optional<String> refusal(AthleteId athlete, Watches watches) {
        return Optional.empty();
    }

    @Override
    public Path temporary(AthleteId athlete, WatchIdentity watch, WatchFile file) throws IOException {
        Path folder = folder(athlete, watch, file);
        Files.createDirectories(folder);
        removeUnfinished(folder);
        return folder.resolve(UNFINISHED + UUID.randomUUID() + ".tmp");
    }

    @Override
    public Arrival deliver(AthleteId athlete, WatchIdentity watch, WatchFile file, WatchCopy copy) throws IOException {
        Path folder = folder(athlete, watch, file);
        Path target = folder.resolve(plain(file.name()));
        if (Files.exists(target) && !hash(target).equals(copy.sha256())) {
            target = folder.resolve(nameWith(copy.sha256().substring(0, HASH_IN_NAME), plain(file.name())));
        }
        if (!Files.exists(target)) {
            if (file.modifiedMillis() > 0) {
                Files.setLastModifiedTime(copy.path(), FileTime.fromMillis(file.modifiedMillis()));
            }
            Files.move(copy.path(), target, StandardCopyOption.ATOMIC_MOVE);
            sync(folder);
        }
        return new Arrival.Taken();
    }

    private Path folder(AthleteId athlete, WatchIdentity watch, WatchFile file) {
        Path folder = inbox.resolve(athlete.value()).resolve("watch-" + watch.lastFour());
        String[] parts = file.relative().split("/", -1);
        for (int i = 0; i < parts.length - 1; i++) {
            folder = folder.resolve(plain(parts[i]));
        }
        return folder;
    }

    /** No name from a watch is hidden, an editor's backup, or anything but one name. */
    private static String plain(String name) {
        String plain = name.replaceAll("[\\p{C}/\\\\:]", "_");
        return plain.startsWith(".") || plain.startsWith("~") ? "_" + plain : plain;
    }

    private static String nameWith(String hash, String name) {
        int dot = name.lastIndexOf('.');
        return name.substring(0, dot) + "-" + hash + name.substring(dot);
    }

    /** The memory of watches is held by us alone, so whatever is unfinished was left by a crash. */
    private static void removeUnfinished(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            for (Path each : left) {
                Files.deleteIfExists(each);
            }
        }
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = ContentHash.sha256();
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            byte[] chunk = new byte[CHUNK];
            while (content.read(chunk) >= 0) {
                // Read for the digest alone.
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(Objects.requireNonNull(folder), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
