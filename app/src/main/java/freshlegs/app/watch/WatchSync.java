package freshlegs.app.watch;

import freshlegs.app.watch.Destination.Arrival;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.LimitExceeded;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Hands over what is new on one watch. Every file is copied whole to our own disk first; only when it is safe at its destination
 * is it remembered. A watch that is pulled out leaves nothing half-done; what is missing comes next time.
 */
public final class WatchSync {
    private static final int CHUNK = 1 << 16;
    private static final int SAVED_EVERY = 200;
    private static final int FAILURES_IN_A_ROW = 3;

    private final Watches watches;
    private final Destination destination;
    private final WatchReader reader;
    private final Limits limits;

    /** Is told how many of the files that look new were looked at. */
    @FunctionalInterface
    public interface Progress {
        void at(int done, int all);
    }

    public WatchSync(Watches watches, Destination destination, WatchReader reader, Limits limits) {
        this.watches = watches;
        this.destination = destination;
        this.reader = reader;
        this.limits = limits;
    }

    /** A watch with its files and its number. */
    public record Seen(PluggedWatch watch, WatchListing listing, WatchIdentity identity) {
        int fileCount() {
            return listing.files().size();
        }
    }

    /** Lists a watch's files and finds out which one it is. */
    public static Seen see(PluggedWatch watch, WatchReader reader) throws IOException {
        WatchListing listing = WatchListing.of(watch);
        return new Seen(watch, listing, WatchIdentity.of(watch, listing, reader));
    }

    /** What would be handed over, as far as that shows without reading the files. */
    public WatchReport preview(Seen seen) {
        Optional<AthleteId> owner = watches.ownerOf(seen.identity());
        Tally tally = new Tally(seen);
        for (WatchFile file : seen.listing().files()) {
            if (file.sizeBytes() > limits.bytes(Limit.FILE_MEGABYTES)) {
                tally.skip(file, tooLarge());
            } else if (owner.isPresent() && watches.known(seen.identity()).looksHandedOver(destination.name(), file)) {
                tally.known++;
            } else {
                tally.handedOver.add(file.relative());
            }
        }
        return tally.report(owner);
    }

    /** For a watch whose owner is known. */
    public WatchReport run(Seen seen, Progress progress) throws InterruptedException {
        KnownWatch known = watches.known(seen.identity());
        Tally tally = new Tally(seen);
        tally.problem = destination.refusal(known.athlete(), watches);
        List<WatchFile> due = seen.listing().files().stream()
                .filter(file -> !known.looksHandedOver(destination.name(), file))
                .toList();
        tally.known = seen.fileCount() - due.size();
        try {
            for (int i = 0; i < due.size() && tally.problem.isEmpty(); i++) {
                handOver(due.get(i), known, tally);
                progress.at(i + 1, due.size());
                if ((i + 1) % SAVED_EVERY == 0) {
                    watches.save();
                }
            }
        } finally {
            watches.save();
        }
        return tally.report(Optional.of(known.athlete()));
    }

    private void handOver(WatchFile file, KnownWatch known, Tally tally) throws InterruptedException {
        if (file.sizeBytes() > limits.bytes(Limit.FILE_MEGABYTES)) {
            tally.skip(file, tooLarge());
        } else {
            try {
                copyAndDeliver(file, known, tally);
                tally.failuresInARow = 0;
            } catch (UnreadableFile e) {
                tally.fail(file, e.reason());
            } catch (LimitExceeded e) {
                tally.skip(file, e.reason());
            }
        }
    }

    private void copyAndDeliver(WatchFile file, KnownWatch known, Tally tally)
            throws UnreadableFile, InterruptedException {
        try {
            Path temporary = destination.temporary(known.athlete(), known.identity(), file);
            try {
                WatchCopy copy = copy(file, temporary);
                if (known.hasHandedOver(destination.name(), copy.sha256())) {
                    tally.known++;
                    known.remember(HandedOver.of(destination.name(), file, copy.sha256()));
                } else {
                    deliver(file, copy, known, tally);
                }
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException e) {
            tally.problem = Optional.of("the copy could not be written (" + e.getMessage() + "): is the disk full?");
        }
    }

    private void deliver(WatchFile file, WatchCopy copy, KnownWatch known, Tally tally)
            throws IOException, InterruptedException {
        Arrival arrival = destination.deliver(known.athlete(), known.identity(), file, copy);
        if (arrival instanceof Arrival.Taken) {
            known.remember(HandedOver.of(destination.name(), file, copy.sha256()));
            tally.handedOver.add(file.relative());
        } else if (arrival instanceof Arrival.Refused refused) {
            tally.failed.add(new Skipped(file.relative(), refused.reason()));
        } else if (arrival instanceof Arrival.Stopped stopped) {
            tally.problem = Optional.of(stopped.reason());
        }
    }

    /** Over MTP a length of 0 says nothing; any other must be what is read. */
    private WatchCopy copy(WatchFile file, Path to) throws IOException {
        MessageDigest hash = ContentHash.sha256();
        long size = 0;
        try (InputStream content = opened(file);
                FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] chunk = new byte[CHUNK];
            for (int count = content.read(chunk); count >= 0; count = content.read(chunk)) {
                size += count;
                if (size > limits.bytes(Limit.FILE_MEGABYTES)) {
                    throw limits.exceeded(Limit.FILE_MEGABYTES);
                }
                hash.update(chunk, 0, count);
                ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, count);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
            channel.force(true);
        }
        if (file.sizeBytes() > 0 && size < file.sizeBytes()) {
            throw new UnreadableFile("only " + size + " of its " + file.sizeBytes() + " bytes could be read");
        }
        return new WatchCopy(to, HexFormat.of().formatHex(hash.digest()));
    }

    private InputStream opened(WatchFile file) throws UnreadableFile {
        try {
            return new WatchStream(reader.open(file.path()));
        } catch (IOException e) {
            throw new UnreadableFile("it could not be read");
        }
    }

    private String tooLarge() {
        return limits.exceeded(Limit.FILE_MEGABYTES).reason();
    }

    /** What became of the files so far. */
    private static final class Tally {
        private final Seen seen;
        private final List<String> handedOver = new ArrayList<>();
        private final List<Skipped> skipped;
        private final List<Skipped> failed = new ArrayList<>();
        private int known;
        private int failuresInARow;
        private Optional<String> problem = Optional.empty();

        Tally(Seen seen) {
            this.seen = seen;
            this.skipped = new ArrayList<>(seen.listing().skipped());
        }

        void skip(WatchFile file, String reason) {
            skipped.add(new Skipped(file.relative(), reason));
        }

        void fail(WatchFile file, String reason) {
            failed.add(new Skipped(file.relative(), reason));
            failuresInARow++;
            boolean gone = !Files.isDirectory(seen.watch().folder());
            if (gone || failuresInARow == FAILURES_IN_A_ROW) {
                problem = Optional.of(
                        gone
                                ? "the watch was pulled out: what is missing comes next time"
                                : "the watch no longer answers: plug it in again");
            }
        }

        WatchReport report(Optional<AthleteId> athlete) {
            return new WatchReport(
                    seen.watch().storage(),
                    seen.identity(),
                    athlete,
                    handedOver,
                    known,
                    skipped,
                    failed,
                    problem,
                    Optional.empty());
        }
    }
}
