package freshlegs.ingest.decode;

import freshlegs.model.Sport;
import freshlegs.model.fact.Recording;
import freshlegs.model.json.Json;
import freshlegs.model.topic.MessageLimits;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What recordings from all kinds of files have in common: their names and their largest size. */
public final class Recordings {
    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LARGEST_BYTES = MessageLimits.MAX_RECORD_BYTES * 3 / 4;
    private static final int MOST_BYTES_A_ROW = 120;

    private Recordings() {}

    public static String idOf(Instant start, Sport sport) {
        return ID_TIME.format(start) + "-" + sport.name().toLowerCase(Locale.ROOT);
    }

    /** Every second row goes, again and again, until the record is surely accepted by the broker. */
    public static Recording fitting(int[] rows, Function<int[], Recording> recordingOf) {
        int[] kept = rows;
        Recording recording = recordingOf.apply(kept);
        while (kept.length > LARGEST_BYTES / MOST_BYTES_A_ROW / 2 && Json.write(recording).length > LARGEST_BYTES) {
            int[] all = kept;
            kept = IntStream.range(0, (all.length + 1) / 2).map(i -> all[2 * i]).toArray();
            recording = recordingOf.apply(kept);
        }
        return recording;
    }
}
