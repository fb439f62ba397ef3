package freshlegs.ingest.archive;

import freshlegs.ingest.decode.Kind;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.LimitExceeded;
import freshlegs.ingest.limit.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An archive that was handed over, as the row of its files, archives within it opened on the way. The row depends on the bytes
 * and the limits alone, so that the n-th file is the same one whenever it is read. What a stranger packed never throws; a failing
 * disk does, and then the archive must be opened anew.
 */
public final class Archive implements AutoCloseable {
    private static final String EMPTY = "nothing to import: an archive without files";

    private final Path folder;
    private final Allowance allowance;
    private final Deque<Level> levels = new ArrayDeque<>();
    private Optional<String> problem = Optional.empty();
    private int files;
    private int unreadable;
    private Optional<String> firstRefusal = Optional.empty();

    private Archive(Path folder, Limits limits) {
        this.folder = folder;
        this.allowance = new Allowance(limits);
    }

    /** Whether {@code file} is to be opened here; a gzip file of anything but an archive is not. */
    public static boolean isArchive(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return isArchive(content.readNBytes(Kind.HEAD_BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code folder} takes the temporary files. */
    public static Archive open(Path file, Path folder, Limits limits) {
        Archive archive = new Archive(folder, limits);
        try {
            Container outer = Containers.open(file, "", archive.allowance);
            archive.levels.push(new Level("", 1, outer, Optional.empty(), 0));
        } catch (Damaged e) {
            archive.problem = Optional.of(e.reason());
        } catch (LimitExceeded e) {
            archive.problem = Optional.of(e.reason());
        }
        return archive;
    }

    /** The next file; nothing at the end. */
    public Optional<Unpacked> next() {
        while (!levels.isEmpty()) {
            try {
                Optional<Unpacked> next = step(levels.element());
                if (next.isPresent()) {
                    files++;
                    return next;
                }
            } catch (LimitExceeded e) {
                problem = Optional.of(told(e.reason(), files));
                close();
            }
        }
        return Optional.empty();
    }

    /** How many files were given, and how many are known to follow. */
    public int found() {
        return files
                + levels.stream().mapToInt(level -> level.container.remaining()).sum();
    }

    /** At the end: why it was not read as a whole, or brought nothing. */
    public Optional<String> problem() {
        if (problem.isPresent()) {
            return problem;
        }
        if (files == 0) {
            return Optional.of(EMPTY);
        }
        return unreadable == files ? firstRefusal.map(reason -> "none of its files can be read: " + reason) : problem;
    }

    @Override
    public void close() {
        while (!levels.isEmpty()) {
            levels.pop().close();
        }
    }

    /** The same by the first {@link Kind#HEAD_BYTES} bytes. */
    public static boolean isArchive(byte[] head) {
        return switch (Kind.of(head)) {
            case ZIP, TAR -> true;
            case GZIP ->
                switch (Gzip.kindInside(head)) {
                    case ZIP, TAR, GZIP -> true;
                    default -> false;
                };
            default -> false;
        };
    }

    private Optional<Unpacked> step(Level level) {
        Optional<Entry> entry;
        try {
            entry = level.container.next();
        } catch (Damaged e) {
            return leave(level, Optional.of(told(e.reason(), level.given(files))));
        }
        if (entry.isEmpty()) {
            return leave(level, level.entries == 0 ? Optional.of(EMPTY) : Optional.empty());
        }
        allowance.countEntry();
        level.entries++;
        return take(level, entry.get());
    }

    /** An archive within another is told of only when something is wrong with it. */
    private Optional<Unpacked> leave(Level level, Optional<String> reason) {
        levels.pop().close();
        if (level.isOuter()) {
            problem = reason;
            return Optional.empty();
        }
        return reason.map(text -> Extraction.none(level.path, Optional.empty(), text));
    }

    private Optional<Unpacked> take(Level level, Entry entry) {
        if (entry.refusal().isPresent()) {
            return Optional.of(refused(level, entry, entry.refusal().get()));
        }
        Path copy = folder.resolve(UUID.randomUUID() + ".tmp");
        boolean kept = false;
        try {
            Extraction extraction = Extraction.of(entry, copy, allowance.limits);
            if (extraction.isArchive()) {
                kept = true;
                return enter(level, entry, copy);
            }
            Unpacked unpacked = extraction.unpacked(level.shown(entry), copy);
            kept = unpacked.content().isPresent();
            unreadable += unpacked.problem().isPresent() && !unpacked.kind().isPlainlyNoWatchFile() ? 1 : 0;
            return Optional.of(unpacked);
        } finally {
            if (!kept) {
                Level.delete(copy);
            }
        }
    }

    private Optional<Unpacked> enter(Level level, Entry entry, Path copy) {
        try {
            allowance.limits.check(Limit.ARCHIVE_DEPTH, level.depth + 1L);
            Container inner = Containers.open(copy, entry.name(), allowance);
            levels.push(new Level(level.shown(entry), level.depth + 1, inner, Optional.of(copy), files));
            return Optional.empty();
        } catch (Damaged e) {
            Level.delete(copy);
            return Optional.of(refused(level, entry, e.reason()));
        } catch (LimitExceeded e) {
            Level.delete(copy);
            if (e.limit() != Limit.ARCHIVE_DEPTH) {
                throw e;
            }
            return Optional.of(refused(level, entry, e.reason()));
        }
    }

    private Unpacked refused(Level level, Entry entry, String reason) {
        unreadable++;
        firstRefusal = firstRefusal.or(() -> Optional.of(reason));
        return Extraction.none(level.shown(entry), entry.modifiedAt(), reason);
    }

    private static String told(String reason, int files) {
        return files == 0
                ? reason
                : String.format(Locale.ROOT, "%s: %,d of its files were read before that", reason, files);
    }
}
