package freshlegs.app.backup;

import freshlegs.app.backup.Manifest.Entry;
import freshlegs.app.problem.Problem;
import freshlegs.model.ContentHash;
import freshlegs.model.json.Json;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A backup that is read. */
public final class BackupFile implements AutoCloseable {
    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path path, ZipFile zip, Manifest manifest) {
        this.path = path;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Refuses what is no backup, is not whole, or was written by a newer program. */
    @SuppressWarnings("resource") // closed with the backup
    public static BackupFile open(Path path) {
        try {
            ZipFile zip = new ZipFile(path.toFile());
            try {
                return new BackupFile(path, zip, manifest(path, zip));
            } catch (RuntimeException | IOException e) {
                zip.close();
                throw e;
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw Problem.failed(
                    path + " is no backup or not a whole one (" + e.getMessage() + "): take another one.", e);
        }
    }

    private static Manifest manifest(Path path, ZipFile zip) throws IOException {
        ZipEntry entry = Optional.ofNullable(zip.getEntry(Manifest.NAME))
                .orElseThrow(() -> new IOException("it has no manifest"));
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = Json.read(in.readAllBytes(), Manifest.class);
            if (manifest.format() > Manifest.FORMAT) {
                throw Problem.failed(path + " was written by the newer Freshlegs " + manifest.program()
                        + ": use that one, or a newer one.");
            }
            return manifest;
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /** Reads everything once and compares it with the manifest. */
    public void check() {
        Set<String> expected =
                manifest.entries().stream().map(Entry::name).collect(Collectors.toCollection(TreeSet::new));
        expected.add(Manifest.NAME);
        Set<String> found = zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
        if (!expected.equals(found)) {
            throw Problem.failed(path + " does not hold what its manifest says: take another backup.");
        }
        for (Entry entry : manifest.entries()) {
            if (!isSound(entry)) {
                throw Problem.failed(path + " is damaged in " + entry.name() + ": take another backup.");
            }
        }
    }

    private boolean isSound(Entry entry) {
        MessageDigest hash = ContentHash.sha256();
        try (InputStream in = new DigestInputStream(stream(entry.name()), hash)) {
            long bytes = in.transferTo(OutputStream.nullOutputStream());
            return bytes == entry.bytes()
                    && HexFormat.of().formatHex(hash.digest()).equals(entry.sha256());
        } catch (IOException e) {
            return false;
        }
    }

    InputStream stream(String name) throws IOException {
        ZipEntry entry =
                Optional.ofNullable(zip.getEntry(name)).orElseThrow(() -> new IOException("there is no " + name));
        return new BufferedInputStream(zip.getInputStream(entry));
    }

    /** When the file was changed last that an entry holds. */
    Optional<FileTime> changed(String name) {
        return Optional.ofNullable(zip.getEntry(name)).map(ZipEntry::getLastModifiedTime);
    }

    /** Somebody who takes records one by one. */
    @FunctionalInterface
    interface Taker {
        void take(StoredRecord stored) throws IOException;
    }

    void records(String topic, Taker taker) throws IOException {
        try (DataInputStream in = new DataInputStream(stream(Manifest.TOPICS + topic))) {
            for (Optional<StoredRecord> next = StoredRecord.read(in); next.isPresent(); next = StoredRecord.read(in)) {
                taker.take(next.get());
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
