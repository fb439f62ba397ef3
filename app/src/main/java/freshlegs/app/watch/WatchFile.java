package freshlegs.app.watch;

import java.nio.file.Path;

/**
 * A file on a watch. {@code relative} is its path with the folder's canonical name, such as {@code Activity/run.fit}; over MTP
 * size and time of change may be missing and are then 0.
 */
record WatchFile(Path path, String relative, long sizeBytes, long modifiedMillis) {
    /** Whether size and time say enough to tell an unchanged file without reading it. */
    boolean looksKnown() {
        return sizeBytes > 0 && modifiedMillis > 0;
    }

    String name() {
        return relative.substring(relative.lastIndexOf('/') + 1);
    }
}
