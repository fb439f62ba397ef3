package freshlegs.app.watch;

import java.nio.file.Path;

/** A file's whole content on our own disk. */
record WatchCopy(Path path, String sha256) {}
