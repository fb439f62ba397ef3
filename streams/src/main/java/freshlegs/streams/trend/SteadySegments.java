package freshlegs.streams.trend;

import freshlegs.model.fact.Minutes;
import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
import freshlegs.streams.load.Physiology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the stretches of a run in which heart rate and pace can be compared: at least ten minutes on end, the first ten minutes
 * of the run and all after three hours dropped (what drifts by then no ordinary run can tell), speed varying by at most 8 %,
 * gradient within 3 %, heart rate at 60 to 90 % of the reserve and valid for nine tenths of the time.
 */
public final class SteadySegments {
    private static final int WARM_UP_SECONDS = 600;
    private static final int LATEST_SECONDS = 3 * 60 * 60;
    private static final int LEAST_SECONDS = 600;
    private static final double MOST_VARIATION_PERCENT = 8;
    private static final double MOST_GRADE_PERCENT = 3;
    private static final double LOWEST_RESERVE_SHARE = 0.6;
    private static final double HIGHEST_RESERVE_SHARE = 0.9;
    private static final double GOOD_SHARE = 0.9;

    private final Minutes minutes;
    private final int count;
    private final int windowSeconds;
    private final double lowestBpm;
    private final double highestBpm;

    private SteadySegments(Session session, Physiology body) {
        this.minutes = session.minutes();
        this.count = beforeRepeats(session);
        this.windowSeconds = windowSeconds();
        this.lowestBpm = body.bpmAt(LOWEST_RESERVE_SHARE);
        this.highestBpm = body.bpmAt(HIGHEST_RESERVE_SHARE);
    }

    /** The steady windows of every run of a day that has some. */
    public static List<SteadyRun> of(List<Session> sessions, Physiology body) {
        List<SteadyRun> steady = new ArrayList<>();
        for (Session session : sessions) {
            if (session.sport().isRun() && session.heartRate().validShare() >= GOOD_SHARE) {
                int[] rows = new SteadySegments(session, body).steadyRows();
                if (rows.length > 0) {
                    String source = session.device() + " " + session.heartRateSource();
                    steady.add(SteadyRun.of(session.factId(), source, session.minutes(), rows));
                }
            }
        }
        return steady;
    }

    /** Between and after hard repeats the heart beats faster than pace explains. */
    private static int beforeRepeats(Session session) {
        double firstRepeat = Double.MAX_VALUE;
        for (Repeat repeat : session.repeats()) {
            firstRepeat = Math.min(firstRepeat, repeat.startSecond());
        }
        int count = session.minutes().startSecond().size();
        while (count > 0 && start(session.minutes(), count - 1) + 60 > firstRepeat) {
            count--;
        }
        return count;
    }

    /** Of every steady stretch that is long enough. */
    private int[] steadyRows() {
        int[] rows = new int[count];
        int found = 0;
        int limit;
        for (int first = 0; first < count; first = Math.max(limit, first + 1)) {
            limit = unbroken(first);
            int start = first;
            while (isLongEnough(start, limit)) {
                int end = even(start, limit);
                if (isLongEnough(start, end)) {
                    while (start < end) {
                        rows[found++] = start++;
                    }
                } else {
                    start++;
                }
            }
        }
        return Arrays.copyOf(rows, found);
    }

    private boolean isLongEnough(int start, int end) {
        return end > start && start(end - 1) - start(start) + windowSeconds >= LEAST_SECONDS;
    }

    /** The end (exclusive) of the steady rows without a gap that begin at {@code start}. */
    private int unbroken(int start) {
        int end = start;
        while (end < count && isSteady(end) && (end == start || start(end) - start(end - 1) <= windowSeconds)) {
            end++;
        }
        return end;
    }

    /** The end (exclusive), {@code limit} at most, of the rows from {@code start} on whose speeds vary little. */
    private int even(int start, int limit) {
        double sum = 0;
        double squares = 0;
        for (int end = start; end < limit; end++) {
            double speed = minutes.gradeAdjustedSpeedMillimetresPerSecond().at(end) / 1000.0;
            sum += speed;
            squares += speed * speed;
            int n = end - start + 1;
            double mean = sum / n;
            double deviation = Math.sqrt(Math.max(0, squares / n - mean * mean));
            if (100 * deviation > MOST_VARIATION_PERCENT * mean) {
                return end;
            }
        }
        return limit;
    }

    private boolean isSteady(int row) {
        return start(row) >= WARM_UP_SECONDS
                && start(row) < LATEST_SECONDS
                && minutes.movingPercent().at(row) / 100.0 >= GOOD_SHARE
                && minutes.heartRateValidPercent().at(row) / 100.0 >= GOOD_SHARE
                && minutes.speedVariationPermille().at(row) / 10.0 <= MOST_VARIATION_PERCENT
                && Math.abs(minutes.gradePermille().at(row) / 10.0) <= MOST_GRADE_PERCENT
                && minutes.heartRateTenthBpm().has(row)
                && isAerobic(minutes.heartRateTenthBpm().at(row) / 10.0);
    }

    private boolean isAerobic(double bpm) {
        return bpm >= lowestBpm && bpm <= highestBpm;
    }

    /** A window is a minute long unless the session is very long. */
    private int windowSeconds() {
        int shortest = Integer.MAX_VALUE;
        for (int row = 1; row < count; row++) {
            shortest = Math.min(shortest, start(row) - start(row - 1));
        }
        return count < 2 ? 60 : Math.max(60, shortest);
    }

    private int start(int row) {
        return start(minutes, row);
    }

    private static int start(Minutes minutes, int row) {
        return minutes.startSecond().at(row);
    }
}
