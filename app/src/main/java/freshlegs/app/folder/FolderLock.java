package freshlegs.app.folder;

import freshlegs.ingest.ProcessLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Holds a data folder against every other process, or together with others that run the same part of it, and ends with its process,
 * however that ends.
 */
public final class FolderLock implements AutoCloseable {
    private final DataFolder folder;
    private final ProcessLock held;
    private boolean announced;

    private FolderLock(DataFolder folder, ProcessLock held) {
        this.folder = folder;
        this.held = held;
    }

    /** Takes the folder for a command, unless somebody has it. */
    public static Optional<FolderLock> take(DataFolder folder, String command) {
        folder.prepare();
        return ProcessLock.take(folder.lock()).map(held -> {
            forget(folder);
            return said(new FolderLock(folder, held), command);
        });
    }

    /** Takes the folder together with other processes that run the same part, unless somebody has it alone. */
    public static Optional<FolderLock> share(DataFolder folder, String command) {
        folder.prepare();
        return ProcessLock.share(folder.lock()).map(held -> said(new FolderLock(folder, held), command));
    }

    private static FolderLock said(FolderLock lock, String command) {
        lock.held.say(ProcessHandle.current().pid() + " " + command + "\n");
        return lock;
    }

    /** Whether somebody holds the folder just now; makes nothing. */
    public static boolean isHeld(DataFolder folder) {
        return ProcessLock.isHeld(folder.lock());
    }

    /** Tells other processes how to reach what runs on the folder; of several that share it one speaks. */
    public synchronized void announce(Instance instance) {
        instance.write(folder.instance());
        announced = true;
    }

    /** Takes back what was announced, or what a process left that ended without a word. */
    public synchronized void silence() {
        forget(folder);
        announced = false;
    }

    private static void forget(DataFolder folder) {
        try {
            Files.deleteIfExists(folder.instance());
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove " + folder.instance(), e);
        }
    }

    @Override
    public synchronized void close() {
        if (announced) {
            forget(folder);
        }
        held.close();
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
