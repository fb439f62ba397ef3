package freshlegs.app.watch;

import freshlegs.app.folder.DataFolder;
import freshlegs.app.problem.Problem;
import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code watches.json} of the data folder: whose each watch is and what it has handed over; for its owner's eyes only. Whoever
 * may write holds {@code watches.lock}, so that two watches plugged in at once wait for one another.
 */
public final class Watches implements AutoCloseable {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;
    private final Optional<FileChannel> lock;
    private final Map<String, KnownWatch> watches = new LinkedHashMap<>();
    private final Map<String, AthleteId> tokens = new LinkedHashMap<>();

    private record Kept(List<KnownWatch.Kept> watches, Map<String, AthleteId> tokens) {}

    private Watches(Path file, Optional<FileChannel> lock) {
        this.file = file;
        this.lock = lock;
    }

    /** To look only; nothing is created. */
    public static Watches read(Path dataFolder) {
        return new Watches(dataFolder.resolve("watches.json"), Optional.empty()).load();
    }

    /** To write; waits for another process that does. */
    public static Watches hold(Path dataFolder) {
        new DataFolder(dataFolder).prepare();
        try {
            FileChannel channel = FileChannel.open(
                    dataFolder.resolve("watches.lock"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    OWNER_ONLY);
            if (channel.lock() == null) {
                throw new IOException("the lock was not given");
            }
            return new Watches(dataFolder.resolve("watches.json"), Optional.of(channel)).load();
        } catch (IOException e) {
            throw new UncheckedIOException("could not lock the memory of watches in " + dataFolder, e);
        }
    }

    @Override
    public void close() {
        try {
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<AthleteId> ownerOf(WatchIdentity watch) {
        return Optional.ofNullable(watches.get(watch.serial())).map(KnownWatch::athlete);
    }

    /** From now on this watch is this athlete's. */
    public void give(WatchIdentity watch, AthleteId athlete, Instant since) {
        watches.put(watch.serial(), new KnownWatch(watch, athlete, since));
        save();
    }

    /** Those of one athlete. */
    public List<OwnWatch> of(AthleteId athlete) {
        return watches.values().stream()
                .filter(known -> known.athlete().equals(athlete))
                .map(OwnWatch::of)
                .toList();
    }

    KnownWatch known(WatchIdentity watch) {
        return Optional.ofNullable(watches.get(watch.serial())).orElseThrow();
    }

    /** Forgets the watch with this number, or with these last digits if there is but one; says which. */
    public WatchIdentity forget(String serial) {
        List<KnownWatch> meant = watches.values().stream()
                .filter(each -> each.identity().serial().equals(serial)
                        || each.identity().lastFour().equals(serial))
                .toList();
        if (meant.size() != 1) {
            throw Problem.failed((meant.isEmpty() ? "There is no watch with that number" : "Several watches end so")
                    + ": known are " + list() + ".");
        }
        KnownWatch forgotten = meant.get(0);
        watches.remove(forgotten.identity().serial());
        if (watches.values().stream().noneMatch(each -> each.athlete().equals(forgotten.athlete()))) {
            tokens.values().removeIf(forgotten.athlete()::equals);
        }
        save();
        return forgotten.identity();
    }

    /** Forgets all watches of an athlete in a data folder. */
    public static void forgetAll(Path dataFolder, AthleteId athlete) {
        if (!Files.exists(dataFolder.resolve("watches.json"))) {
            return;
        }
        try (Watches known = hold(dataFolder)) {
            known.watches.values().removeIf(each -> each.athlete().equals(athlete));
            known.tokens.values().removeIf(athlete::equals);
            known.save();
        }
    }

    /** A token is one athlete's: false when it was used for another before. */
    boolean isFor(AthleteId athlete, String token) {
        String hash = ContentHash.of(token.getBytes(StandardCharsets.UTF_8));
        AthleteId before = tokens.putIfAbsent(hash, athlete);
        return before == null || before.equals(athlete);
    }

    void save() {
        Kept kept = new Kept(watches.values().stream().map(KnownWatch::kept).toList(), tokens);
        Path temporary = file.resolveSibling("watches.json.tmp");
        try {
            Files.deleteIfExists(temporary);
            try (FileChannel channel = FileChannel.open(
                    temporary, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY)) {
                ByteBuffer content = ByteBuffer.wrap(Json.write(kept));
                while (content.hasRemaining()) {
                    channel.write(content);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file, e);
        }
    }

    private Watches load() {
        if (!Files.exists(file)) {
            return this;
        }
        try {
            Kept kept = Json.read(Files.readAllBytes(file), Kept.class);
            kept.watches().forEach(each -> watches.put(each.serial(), KnownWatch.of(each)));
            tokens.putAll(kept.tokens());
            return this;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            close();
            throw Problem.failed(
                    "The memory of watches in " + file
                            + " cannot be read: move it away, and say once more whose each watch"
                            + " is; files that come again are told as duplicates.",
                    e);
        }
    }

    private String list() {
        return watches.isEmpty()
                ? "none"
                : String.join(
                        "; ",
                        watches.values().stream()
                                .map(each -> each.identity().model() + " "
                                        + each.identity().serial() + " of " + each.athlete())
                                .toList());
    }
}
