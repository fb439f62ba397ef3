package freshlegs.ingest.archive;

import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.LimitExceeded;
import freshlegs.ingest.limit.Limits;

/** What one handed-over archive may still ask for, everything nested counted in. */
final class Allowance {
    final Limits limits;
    private long entries;
    private long bytes;

    Allowance(Limits limits) {
        this.limits = limits;
    }

    void countEntry() {
        limits.check(Limit.ARCHIVE_ENTRIES, ++entries);
    }

    void count(long unpackedBytes) {
        bytes += unpackedBytes;
        if (bytes > limits.bytes(Limit.ARCHIVE_UNPACKED_MEGABYTES)) {
            throw limits.exceeded(Limit.ARCHIVE_UNPACKED_MEGABYTES);
        }
    }

    /** Whether nothing more may be read at all, rather than this one entry. */
    static boolean endsEverything(LimitExceeded e) {
        return e.limit() == Limit.ARCHIVE_ENTRIES || e.limit() == Limit.ARCHIVE_UNPACKED_MEGABYTES;
    }
}
