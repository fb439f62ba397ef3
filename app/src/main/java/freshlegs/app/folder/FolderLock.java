package freshlegs.app.folder;

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

/** Holds a data folder against every other process, and ends with its process, however that ends. */
public final class FolderLock implements AutoCloseable {
    /** Closing a second channel to the file would release the first one's lock, so this process remembers. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final DataFolder folder;
    private final FileChannel channel;

    private FolderLock(DataFolder folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes the folder for a command, unless somebody has it. */
    public static Optional<FolderLock> take(DataFolder folder, String command) {
        folder.prepare();
        if (!HELD_HERE.add(folder.lock())) {
            return Optional.empty();
        }
        Optional<FolderLock> taken = lock(folder, command);
        if (taken.isEmpty()) {
            HELD_HERE.remove(folder.lock());
        }
        return taken;
    }

    private static Optional<FolderLock> lock(DataFolder folder, String command) {
        try {
            FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            Files.deleteIfExists(folder.instance());
            String holder = ProcessHandle.current().pid() + " " + command + "\n";
            channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
            return Optional.of(new FolderLock(folder, channel));
        } catch (IOException e) {
            throw new UncheckedIOException("could not lock " + folder.lock(), e);
        }
    }

    /** Whether somebody holds the folder just now; makes nothing. */
    public static boolean isHeld(DataFolder folder) {
        if (HELD_HERE.contains(folder.lock())) {
            return true;
        }
        if (!Files.exists(folder.lock())) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (IOException e) {
            throw new UncheckedIOException("could not look at " + folder.lock(), e);
        }
    }

    /** Tells other processes how to reach what runs on the folder. */
    public void announce(Instance instance) {
        instance.write(folder.instance());
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.instance());
            channel.close();
            HELD_HERE.remove(folder.lock());
        } catch (IOException e) {
            throw new UncheckedIOException("could not release " + folder.lock(), e);
        }
    }

    /** Who holds a folder, in words. */
    public static String holder(DataFolder folder) {
        Path lock = folder.lock();
        try {
            String[] words = Files.readString(lock).strip().split(" ", 2);
            return words.length == 2 ? "`freshlegs " + words[1] + "` (process " + words[0] + ")" : "another process";
        } catch (IOException e) {
            return "another process";
        }
    }
}
