package freshlegs.ingest.original;

import freshlegs.ingest.DurableFiles;
import freshlegs.model.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The original files of a data folder: in its spool, or, where there is a bucket, in that one. Then the spool holds copies of what is
 * being worked on and what the bucket has not taken yet, and {@link #handOn} carries on until it has everything.
 */
public final class OriginalFiles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OriginalFiles.class);
    /** After a failure the bucket is left alone for so long by those who have somebody waiting. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);

    /** How long a copy stays that nobody asks for. */
    static final Duration IDLE = Duration.ofMinutes(10);

    private final FolderStore here;
    private final Optional<S3Store> bucket;
    private final Path temporary;
    private final Set<String> handedOn = ConcurrentHashMap.newKeySet();
    private volatile Optional<String> trouble = Optional.empty();
    private volatile long leftAloneFrom;
    private volatile int owed;

    private OriginalFiles(Path dataFolder, Optional<S3Store> bucket) {
        Path spool = dataFolder.resolve("spool");
        this.here = new FolderStore(spool.resolve("blobs"));
        this.temporary = spool.resolve("tmp");
        this.bucket = bucket;
    }

    /** In the folder alone. */
    public static OriginalFiles in(Path dataFolder) {
        return in(dataFolder, Optional.empty());
    }

    public static OriginalFiles in(Path dataFolder, Optional<Bucket> bucket) {
        return new OriginalFiles(dataFolder, bucket.map(S3Store::new));
    }

    public boolean isInBucket() {
        return bucket.isPresent();
    }

    /**
     * Takes a synced file, which is gone from its own name afterwards. From the return on it is kept for good: on this disk, and in the
     * bucket unless that does not answer.
     */
    public void keep(String sha256, Path file) throws IOException {
        handedOn.remove(sha256);
        here.put(sha256, file);
        if (bucket.isPresent() && !isLeftAlone()) {
            try {
                bucket.get().put(sha256, here.path(sha256));
                handedOn.add(sha256);
                well();
            } catch (IOException e) {
                troubled(e);
            }
        }
    }

    /** Where the content lies on this disk, for somebody who works on it now; fetched when it is not there, and not there if nobody keeps it. */
    public Path onDisk(String sha256) throws IOException {
        Path path = here.path(sha256);
        if (bucket.isPresent() && !here.touch(sha256)) {
            Path copy = temporary.resolve(UUID.randomUUID() + ".tmp");
            try {
                if (fetch(sha256, copy)) {
                    here.put(sha256, copy);
                }
            } finally {
                Files.deleteIfExists(copy);
            }
        }
        return path;
    }

    /** A file for a short look, which is no part of the spool when it had to be fetched. */
    public record Lent(Path path, boolean isCopy) implements AutoCloseable {
        @Override
        public void close() {
            if (isCopy) {
                DurableFiles.drop(path);
            }
        }
    }

    /** The content for a short look; nothing when it is not kept. */
    public Optional<Lent> lend(String sha256) throws IOException {
        if (bucket.isPresent() ? here.touch(sha256) : here.has(sha256)) {
            return Optional.of(new Lent(here.path(sha256), false));
        }
        Files.createDirectories(temporary);
        Path copy = temporary.resolve(UUID.randomUUID() + ".tmp");
        try {
            return fetch(sha256, copy) ? Optional.of(new Lent(copy, true)) : Optional.empty();
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    /** The content, for whoever closes it; nothing when it is not kept. */
    public Optional<InputStream> open(String sha256) throws IOException {
        Optional<InputStream> found = here.open(sha256);
        return found.isPresent() || bucket.isEmpty() ? found : bucket.get().open(sha256);
    }

    public boolean has(String sha256) throws IOException {
        return here.has(sha256) || (bucket.isPresent() && bucket.get().has(sha256));
    }

    /** Removes it everywhere; while the bucket does not answer this fails and is to be tried again. */
    public void delete(String sha256) throws IOException {
        handedOn.remove(sha256);
        here.delete(sha256);
        if (bucket.isPresent()) {
            bucket.get().delete(sha256);
        }
    }

    /** The hashes of everything that is kept, here or there. */
    public Set<String> all() throws IOException {
        Set<String> all = new TreeSet<>(here.all());
        if (bucket.isPresent()) {
            all.addAll(bucket.get().all());
        }
        return all;
    }

    /** One that lies on this disk alone since {@code time} or longer is still to be handed on. */
    public List<String> owedSince(Instant time, int most) throws IOException {
        if (bucket.isEmpty()) {
            return List.of();
        }
        List<String> owing = new ArrayList<>();
        for (String sha256 : here.all()) {
            if (owing.size() < most
                    && here.isIdleSince(sha256, time)
                    && !bucket.get().has(sha256)) {
                owing.add(sha256);
            }
        }
        return owing;
    }

    /** How many the bucket lacked when it was last looked at. */
    public int owed() {
        return owed;
    }

    /** Whether what is deleted stays in the bucket as an older version. */
    public boolean keepsVersions() throws IOException {
        return bucket.isPresent() && bucket.get().keepsVersions();
    }

    /** In words, where they are kept. */
    public String where() {
        return bucket.map(S3Store::toString).orElse("the data folder");
    }

    /** Fails in words when the bucket is not there or not ours. */
    public void check() throws IOException {
        if (bucket.isPresent()) {
            bucket.get().check();
        }
    }

    /**
     * One round by whoever looks after the spool, and nobody else at that time: what the bucket lacks goes there, and copies go that
     * nobody has asked for in the last minutes nor {@code isWorkedOn}. What is erased meanwhile stays erased.
     */
    public void handOn(Predicate<String> isWorkedOn, Instant now) throws IOException {
        if (bucket.isEmpty()) {
            return;
        }
        List<String> copies = here.all();
        handedOn.retainAll(Set.copyOf(copies));
        int left = copies.size();
        try {
            for (String sha256 : copies) {
                if (!handedOn.contains(sha256)) {
                    handOn(sha256);
                }
                left--;
                if (!isWorkedOn.test(sha256)) {
                    dropIdle(sha256, now.minus(IDLE));
                }
            }
            well();
        } catch (IOException e) {
            troubled(e);
        } finally {
            owed = left == 0 ? 0 : lacking(copies);
        }
    }

    private void handOn(String sha256) throws IOException {
        S3Store store = bucket.orElseThrow();
        if (!store.has(sha256) && here.has(sha256)) {
            store.put(sha256, here.path(sha256));
            if (!here.has(sha256)) {
                // Only an erasure takes away what was not handed on.
                store.delete(sha256);
                return;
            }
        }
        handedOn.add(sha256);
    }

    /** Never on the word of this process alone. */
    private void dropIdle(String sha256, Instant since) throws IOException {
        if (here.isIdleSince(sha256, since) && bucket.orElseThrow().has(sha256)) {
            here.drop(sha256, since, temporary.resolve(UUID.randomUUID() + ".tmp"));
        }
    }

    private int lacking(List<String> copies) {
        return (int) copies.stream()
                .filter(sha256 -> !handedOn.contains(sha256) && here.has(sha256))
                .count();
    }

    /** False when nobody keeps it; what comes out differently than it went in is a failure of the storage. */
    private boolean fetch(String sha256, Path into) throws IOException {
        Optional<InputStream> found =
                bucket.isEmpty() ? Optional.empty() : bucket.get().open(sha256);
        if (found.isEmpty()) {
            return false;
        }
        MessageDigest hash = ContentHash.sha256();
        try (InputStream content = new DigestInputStream(found.get(), hash);
                FileChannel channel = FileChannel.open(into, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            content.transferTo(out);
            channel.force(true);
        }
        if (!HexFormat.of().formatHex(hash.digest()).equals(sha256)) {
            throw new IOException(where() + " gives other content for " + sha256 + " than was put there");
        }
        return true;
    }

    private boolean isLeftAlone() {
        return trouble.isPresent() && System.nanoTime() - leftAloneFrom < LEFT_ALONE.toNanos();
    }

    private void well() {
        if (trouble.isPresent()) {
            LOG.info("{} answers again", where());
        }
        trouble = Optional.empty();
    }

    private void troubled(IOException e) {
        String sentence = String.valueOf(e.getMessage());
        if (!trouble.equals(Optional.of(sentence))) {
            LOG.warn("original files stay on this disk for now: {}", sentence);
        }
        leftAloneFrom = System.nanoTime();
        trouble = Optional.of(sentence);
    }

    @Override
    public void close() {
        bucket.ifPresent(S3Store::close);
    }
}
