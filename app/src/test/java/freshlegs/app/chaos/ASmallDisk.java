package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of its own in memory, which can be filled to the last byte and freed again; only root may mount one. */
record ASmallDisk(Path folder) implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;

    /** Skips the test where it may not be mounted. */
    static ASmallDisk at(Path folder, int mebibytes) throws IOException {
        Files.createDirectories(folder);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString()) == 0,
                "file systems are mounted by root on Linux alone");
        return new ASmallDisk(folder);
    }

    void fill() throws IOException {
        try (OutputStream filler = Files.newOutputStream(filler())) {
            byte[] chunk = new byte[CHUNK];
            while (true) {
                filler.write(chunk);
            }
        } catch (IOException e) {
            assertThat(folder.toFile().getUsableSpace()).as(e.getMessage()).isLessThan(CHUNK);
        }
    }

    void free() throws IOException {
        Files.delete(filler());
    }

    @Override
    public void close() throws IOException {
        run("umount", "--lazy", folder.toString());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private static int run(String... command) throws IOException {
        return new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join()
                .exitValue();
    }
}
