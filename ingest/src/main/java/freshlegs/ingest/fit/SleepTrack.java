package freshlegs.ingest.fit;

import com.garmin.fit.Mesg;
import com.garmin.fit.SleepLevel;
import com.garmin.fit.SleepLevelMesg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sleep levels, each lasting until the next is named. FIT has no total: time asleep is the sum over light, deep and REM. A
 * level that lasts longer than three hours counts only so long, because then the watch was off; after four hours without
 * sleep a new night begins.
 */
final class SleepTrack {
    private static final int LIMIT = 20_000;
    private static final long LONGEST_LEVEL_SECONDS = 3 * 3600;
    private static final long BETWEEN_NIGHTS_SECONDS = 4 * 3600;
    private static final int TIME = 0;
    private static final int LEVEL = 1;

    private final Rows rows = new Rows(2, LIMIT);

    /** When a night's last sleep ended, in FIT seconds, and how long was slept in it. */
    record Night(long end, long asleepSeconds) {}

    void take(Mesg mesg) {
        int level = Field.code(mesg, SleepLevelMesg.SleepLevelFieldNum);
        Field.timestamp(mesg).ifPresent(time -> rows.add((int) time, level));
    }

    /** The nights with any sleep, in order. */
    List<Night> nights() {
        int[] order = IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparingLong(this::timeAt))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Night> nights = new ArrayList<>();
        for (int i = 0; i + 1 < order.length; i++) {
            long from = timeAt(order[i]);
            long seconds = Math.min(timeAt(order[i + 1]) - from, LONGEST_LEVEL_SECONDS);
            if (isAsleep(rows.at(LEVEL, order[i])) && seconds > 0) {
                sleep(from, seconds, nights);
            }
        }
        return nights;
    }

    private static void sleep(long from, long seconds, List<Night> nights) {
        int last = nights.size() - 1;
        if (last >= 0 && from - nights.get(last).end() <= BETWEEN_NIGHTS_SECONDS) {
            nights.set(last, new Night(from + seconds, nights.get(last).asleepSeconds() + seconds));
        } else {
            nights.add(new Night(from + seconds, seconds));
        }
    }

    private long timeAt(int row) {
        return Integer.toUnsignedLong(rows.at(TIME, row));
    }

    private static boolean isAsleep(int level) {
        return level == SleepLevel.LIGHT.getValue()
                || level == SleepLevel.DEEP.getValue()
                || level == SleepLevel.REM.getValue();
    }
}
