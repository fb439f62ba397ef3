package freshlegs.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the spool keeps what. */
record SpoolFolders(Path blobs, Path pending, Path done, Path temporary, Path setAside) {
    static SpoolFolders in(Path data) {
        Path spool = data.resolve("spool");
        return new SpoolFolders(
                spool.resolve("blobs"),
                spool.resolve("pending"),
                spool.resolve("done"),
                spool.resolve("tmp"),
                data.resolve("set-aside"));
    }

    void create() throws IOException {
        for (Path folder : new Path[] {blobs, pending, done, temporary, setAside}) {
            Files.createDirectories(folder);
        }
    }
}
