package freshlegs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Holds a file against every other process, or together with others that share it, and ends with its process, however that ends. */
public final class ProcessLock implements AutoCloseable {
    /** Closing a second channel to the file would release the first one's lock, so this process remembers. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private ProcessLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Alone, unless anybody has it. */
    public static Optional<ProcessLock> take(Path file) {
        return take(file, false);
    }

    /** Together with other processes that share it, unless somebody has it alone. */
    public static Optional<ProcessLock> share(Path file) {
        return take(file, true);
    }

    private static Optional<ProcessLock> take(Path file, boolean shared) {
        Path known = file.toAbsolutePath().normalize();
        if (!HELD_HERE.add(known)) {
            return Optional.empty();
        }
        Optional<ProcessLock> taken = Optional.empty();
        try {
            FileChannel channel = FileChannel.open(
                    known, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock(0, Long.MAX_VALUE, shared) == null) {
                channel.close();
            } else {
                taken = Optional.of(new ProcessLock(known, channel));
            }
            return taken;
        } catch (IOException e) {
            throw new UncheckedIOException("could not lock " + file, e);
        } finally {
            if (taken.isEmpty()) {
                HELD_HERE.remove(known);
            }
        }
    }

    /** Whether anybody has it just now; makes nothing. */
    public static boolean isHeld(Path file) {
        if (HELD_HERE.contains(file.toAbsolutePath().normalize())) {
            return true;
        }
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (IOException e) {
            throw new UncheckedIOException("could not look at " + file, e);
        }
    }

    /** Writes into the file, for whoever finds it held. */
    public void say(String text) {
        try {
            channel.truncate(0).write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not release " + file, e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
