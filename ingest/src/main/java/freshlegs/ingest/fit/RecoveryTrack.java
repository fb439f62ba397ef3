package freshlegs.ingest.fit;

import com.garmin.fit.Event;
import com.garmin.fit.EventMesg;
import com.garmin.fit.Mesg;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The heart rates that a watch notes two minutes after it was stopped. */
final class RecoveryTrack {
    private static final int LIMIT = 1_000;
    private static final int TIME = 0;
    private static final int BPM = 1;
    private static final int LOWEST_BPM = 30;
    private static final int HIGHEST_BPM = 230;
    /** Two minutes, and a little time for whoever starts and stops the watch once more. */
    private static final int LATEST_SECONDS = 300;

    private final Rows rows = new Rows(2, LIMIT);

    void take(Mesg mesg) {
        if (Field.code(mesg, EventMesg.EventFieldNum) != Event.RECOVERY_HR.getValue()) {
            return;
        }
        double bpm = Field.number(mesg, EventMesg.DataFieldNum);
        if (bpm >= LOWEST_BPM && bpm <= HIGHEST_BPM) {
            Field.timestamp(mesg).ifPresent(time -> rows.add((int) time, (int) bpm));
        }
    }

    /** The last one within five minutes of an activity's {@code end}. */
    OptionalInt after(long end) {
        return IntStream.range(0, rows.size())
                .filter(row -> Math.abs(timeAt(row) - end) <= LATEST_SECONDS)
                .boxed()
                .max((one, other) -> Long.compare(timeAt(one), timeAt(other)))
                .map(row -> OptionalInt.of(rows.at(BPM, row)))
                .orElse(OptionalInt.empty());
    }

    private long timeAt(int row) {
        return Integer.toUnsignedLong(rows.at(TIME, row));
    }
}
