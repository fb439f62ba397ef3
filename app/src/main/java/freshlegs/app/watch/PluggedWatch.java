package freshlegs.app.watch;

import java.nio.file.Path;

/** A watch as it is mounted. {@code storage} is the root of its files, {@code folder} what holds those we read. */
public record PluggedWatch(Make make, Path storage, Path folder) {
    /** What lays out its folders. */
    public enum Make {
        GARMIN,
        WAHOO
    }
}
