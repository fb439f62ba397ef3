package freshlegs.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the spool keeps what. */
record SpoolFolders(Path blobs, Path pending, Path done, Path temporary, Path setAside, Path archives, Path unpacked) {
    static SpoolFolders in(Path data) {
        Path spool = data.resolve("spool");
        return new SpoolFolders(
                spool.resolve("blobs"),
                spool.resolve("pending"),
                spool.resolve("done"),
                spool.resolve("tmp"),
                data.resolve("set-aside"),
                spool.resolve("archives"),
                spool.resolve("unpacked"));
    }

    void create() throws IOException {
        for (Path folder : new Path[] {blobs, pending, done, temporary, setAside, archives, unpacked}) {
            Files.createDirectories(folder);
        }
    }
}
