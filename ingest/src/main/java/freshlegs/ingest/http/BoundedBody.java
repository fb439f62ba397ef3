package freshlegs.ingest.http;

import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What a client sends, as long as it is neither too much nor too slow; remembers why it ended early. */
final class BoundedBody extends InputStream {
    /** A phone on a bad line still manages this much on average once the time of grace is over. */
    private static final long LEAST_BYTES_PER_SECOND = 512;

    private static final long GRACE_SECONDS = 30;

    private final InputStream content;
    private final Limits limits;
    private final long mostBytes;
    private final LongSupplier nanos;
    private final long since;
    private long bytes;
    private Optional<Refusal> refusal = Optional.empty();

    BoundedBody(InputStream content, Limits limits) {
        this(content, limits, System::nanoTime);
    }

    BoundedBody(InputStream content, Limits limits, LongSupplier nanos) {
        this.nanos = nanos;
        this.since = nanos.getAsLong();
        this.content = content;
        this.limits = limits;
        this.mostBytes = limits.bytes(Limit.REQUEST_MEGABYTES);
    }

    /** Refuses a length that is announced as too much. */
    static void check(long announcedBytes, Limits limits) {
        if (announcedBytes > limits.bytes(Limit.REQUEST_MEGABYTES)) {
            throw Refusal.tooLarge(limits.exceeded(Limit.REQUEST_MEGABYTES));
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        refusal.ifPresent(known -> {
            throw known;
        });
        int count = receive(into, offset, length);
        if (count > 0) {
            bytes += count;
            if (bytes > mostBytes) {
                throw remember(Refusal.tooLarge(limits.exceeded(Limit.REQUEST_MEGABYTES)));
            }
            long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong() - since);
            if (seconds > GRACE_SECONDS && bytes / seconds < LEAST_BYTES_PER_SECOND) {
                throw remember(Refusal.tooSlow("it came too slowly: hand it over again on a better line"));
            }
        }
        return count;
    }

    private int receive(byte[] into, int offset, int length) throws IOException {
        try {
            return content.read(into, offset, length);
        } catch (IOException e) {
            remember(Refusal.tooSlow("it stopped coming before its end: hand it over again"));
            throw e;
        }
    }

    /** Why not all of it came, unless it did. */
    Optional<Refusal> refusal() {
        return refusal;
    }

    private Refusal remember(Refusal why) {
        refusal = Optional.of(why);
        return why;
    }
}
