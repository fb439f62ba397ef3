package freshlegs.app.backup;

import freshlegs.app.backup.Manifest.Entry;
import freshlegs.app.problem.Problem;
import freshlegs.model.ContentHash;
import freshlegs.model.json.Json;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the entries of a backup into a zip beside its name; only a whole one gets the name, and only its owner reads it. */
final class BackupWriter implements AutoCloseable {
    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final List<Entry> entries = new ArrayList<>();

    BackupWriter(Path target) throws IOException {
        this.target = target;
        part = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(part);
        channel = FileChannel.open(
                part,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
    }

    /** Somebody who fills an entry and says how many things it holds. */
    @FunctionalInterface
    interface Filling {
        long into(OutputStream out) throws IOException;
    }

    void entry(String name, FileTime changed, Filling filling) throws IOException {
        ZipEntry head = new ZipEntry(name);
        head.setLastModifiedTime(changed);
        zip.putNextEntry(head);
        Counted counted = new Counted(zip);
        long count = filling.into(counted);
        counted.flush();
        zip.closeEntry();
        entries.add(new Entry(name, counted.bytes, count, HexFormat.of().formatHex(counted.hash.digest())));
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** From here on there is a backup. */
    void finish(Manifest manifest) throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(Json.write(manifest));
        zip.closeEntry();
        zip.finish();
        zip.flush();
        channel.force(true);
        zip.close();
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }

    static Problem failed(Path target, IOException e) {
        return Problem.failed(
                "The backup " + target + " cannot be written (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                        + "): see that its folder is there, is yours and has room.",
                e);
    }

    /** Counts and hashes what goes through it, and closes nothing. */
    private static final class Counted extends FilterOutputStream {
        private final MessageDigest hash = ContentHash.sha256();
        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            hash.update(some, from, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
