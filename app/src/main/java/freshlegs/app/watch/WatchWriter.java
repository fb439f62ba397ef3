package freshlegs.app.watch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** The only hand that changes anything on a watch, and only where somebody asked for workouts. */
public interface WatchWriter {
    WatchWriter PLAIN = new WatchWriter() {
        @Override
        public void createFolder(Path folder) throws IOException {
            Files.createDirectory(folder);
        }

        @Override
        public void write(Path file, byte[] content) throws IOException {
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            Files.move(from, to);
            settle(Objects.requireNonNull(to.getParent()));
        }

        @Override
        public void delete(Path file) throws IOException {
            Files.delete(file);
            settle(Objects.requireNonNull(file.getParent()));
        }
    };

    void createFolder(Path folder) throws IOException;

    /** A file that is not there yet, onto the watch's own memory before this returns where the system can do that. */
    void write(Path file, byte[] content) throws IOException;

    /** Never onto a file that is there. */
    void rename(Path from, Path to) throws IOException;

    void delete(Path file) throws IOException;

    private static void settle(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Over MTP there is nothing to settle.
        }
    }
}
