package freshlegs.app.watch;

import java.io.IOException;
import java.io.InputStream;

/** A file on a watch; what fails here is the watch's failure. */
final class WatchStream extends InputStream {
    private static final String PULLED = "it could not be read to its end";

    private final InputStream file;

    WatchStream(InputStream file) {
        this.file = file;
    }

    @Override
    public int read() throws UnreadableFile {
        try {
            return file.read();
        } catch (IOException e) {
            throw new UnreadableFile(PULLED);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws UnreadableFile {
        try {
            return file.read(bytes, offset, length);
        } catch (IOException e) {
            throw new UnreadableFile(PULLED);
        }
    }

    @Override
    public void close() throws UnreadableFile {
        try {
            file.close();
        } catch (IOException e) {
            throw new UnreadableFile(PULLED);
        }
    }
}
