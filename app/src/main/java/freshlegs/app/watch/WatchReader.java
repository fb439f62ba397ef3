package freshlegs.app.watch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The only hand that is laid on a watch: it opens files to be read. */
@FunctionalInterface
public interface WatchReader {
    WatchReader PLAIN = path -> Files.newInputStream(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    InputStream open(Path path) throws IOException;
}
