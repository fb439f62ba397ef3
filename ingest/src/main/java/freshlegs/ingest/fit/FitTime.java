package freshlegs.ingest.fit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalInt;

/** FIT counts seconds from the last midnight of 1989, UTC. */
final class FitTime {
    private static final long EPOCH = Instant.parse("1989-12-31T00:00:00Z").getEpochSecond();
    private static final int LARGEST_OFFSET_SECONDS = 15 * 3600;

    private FitTime() {}

    static Instant instant(long fitSeconds) {
        return Instant.ofEpochSecond(EPOCH + fitSeconds);
    }

    static LocalDate localDate(Instant instant, int utcOffsetSeconds) {
        return LocalDate.ofInstant(instant, ZoneOffset.ofTotalSeconds(utcOffsetSeconds));
    }

    /** Local less universal time, unless no place on earth has such a time. */
    static OptionalInt offset(long localSeconds, long universalSeconds) {
        long offset = localSeconds - universalSeconds;
        return Math.abs(offset) <= LARGEST_OFFSET_SECONDS ? OptionalInt.of((int) offset) : OptionalInt.empty();
    }
}
