package freshlegs.ingest.fit;

import com.garmin.fit.Event;
import com.garmin.fit.EventMesg;
import com.garmin.fit.EventType;
import com.garmin.fit.Mesg;
import freshlegs.model.fact.Pause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Starts and stops of the watch's timer; what lies between a stop and the next start is a pause. */
final class TimerTrack {
    private static final int LIMIT = 10_000;
    private static final int TIME = 0;
    private static final int RUNNING = 1;

    private final Rows rows = new Rows(2, LIMIT);

    void take(Mesg mesg) {
        int type = Field.code(mesg, EventMesg.EventTypeFieldNum);
        boolean stop = type == EventType.STOP.getValue()
                || type == EventType.STOP_ALL.getValue()
                || type == EventType.STOP_DISABLE.getValue()
                || type == EventType.STOP_DISABLE_ALL.getValue();
        boolean start = type == EventType.START.getValue();
        if (Field.code(mesg, EventMesg.EventFieldNum) == Event.TIMER.getValue() && (start || stop)) {
            Field.timestamp(mesg).ifPresent(time -> rows.add((int) time, start ? 1 : 0));
        }
    }

    /** The pauses between two times, counted from the first; a stop without a start after it is the end. */
    List<Pause> pauses(long from, long to) {
        int[] order = IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparingLong(this::timeAt))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Pause> pauses = new ArrayList<>();
        long stopped = -1;
        for (int row : order) {
            boolean running = rows.at(RUNNING, row) == 1;
            if (!running && stopped < 0) {
                stopped = timeAt(row);
            } else if (running && stopped >= 0) {
                long begin = Math.max(stopped, from);
                long end = Math.min(timeAt(row), to);
                if (end > begin) {
                    pauses.add(new Pause(begin - from, end - begin));
                }
                stopped = -1;
            }
        }
        return pauses;
    }

    /** The last start at most {@code seconds} before {@code time}; what a watch that summed up nothing began with. */
    OptionalLong startBefore(long time, long seconds) {
        return IntStream.range(0, rows.size())
                .filter(row -> rows.at(RUNNING, row) == 1)
                .mapToLong(this::timeAt)
                .filter(start -> start <= time && start >= time - seconds)
                .max();
    }

    private long timeAt(int row) {
        return Integer.toUnsignedLong(rows.at(TIME, row));
    }
}
