package freshlegs.streams.trend;

import freshlegs.model.fact.Minute;
import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
import freshlegs.streams.load.Physiology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the stretches of a run in which heart rate and pace can be compared: at least ten minutes on end, the first ten minutes
 * of the run dropped, speed varying by at most 8 %, gradient within 3 %, heart rate at 60 to 90 % of the reserve and valid for
 * nine tenths of the time.
 */
public final class SteadySegments {
    private static final int WARM_UP_SECONDS = 600;
    private static final int LEAST_SECONDS = 600;
    private static final double MOST_VARIATION_PERCENT = 8;
    private static final double MOST_GRADE_PERCENT = 3;
    private static final double LOWEST_RESERVE_SHARE = 0.6;
    private static final double HIGHEST_RESERVE_SHARE = 0.9;
    private static final double GOOD_SHARE = 0.9;

    private final Physiology body;

    private SteadySegments(Physiology body) {
        this.body = body;
    }

    /** The steady windows of every run of a day that has some. */
    public static List<SteadyRun> of(List<Session> sessions, Physiology body) {
        SteadySegments segments = new SteadySegments(body);
        return sessions.stream()
                .filter(session -> session.sport().isRun())
                .flatMap(session -> segments.of(session).stream())
                .toList();
    }

    private Optional<SteadyRun> of(Session session) {
        if (session.heartRate().validShare() < GOOD_SHARE) {
            return Optional.empty();
        }
        List<Minute> steady = steadyMinutes(beforeRepeats(session));
        String source = session.device() + " " + session.heartRateSource();
        return steady.isEmpty() ? Optional.empty() : Optional.of(SteadyRun.of(source, steady));
    }

    /** Between and after hard repeats the heart beats faster than pace explains. */
    private static List<Minute> beforeRepeats(Session session) {
        double firstRepeat = session.repeats().stream()
                .mapToDouble(Repeat::startSecond)
                .min()
                .orElse(Double.MAX_VALUE);
        return session.minutes().toList().stream()
                .filter(minute -> minute.startSecond() + 60 <= firstRepeat)
                .toList();
    }

    private List<Minute> steadyMinutes(List<Minute> minutes) {
        List<Minute> steady = new ArrayList<>();
        int start = 0;
        while (start < minutes.size()) {
            int end = extend(minutes, start);
            if (end > start && lengthSeconds(minutes, start, end) >= LEAST_SECONDS) {
                steady.addAll(minutes.subList(start, end));
                start = end;
            } else {
                start++;
            }
        }
        return steady;
    }

    /** The end (exclusive) of the steady stretch that begins at {@code start}. */
    private int extend(List<Minute> minutes, int start) {
        double sum = 0;
        double squares = 0;
        int end = start;
        while (end < minutes.size() && isSteady(minutes.get(end)) && (end == start || follows(minutes, end))) {
            double speed = minutes.get(end).gradeAdjustedSpeedMetresPerSecond();
            sum += speed;
            squares += speed * speed;
            int n = end - start + 1;
            double mean = sum / n;
            double deviation = Math.sqrt(Math.max(0, squares / n - mean * mean));
            if (100 * deviation > MOST_VARIATION_PERCENT * mean) {
                return end;
            }
            end++;
        }
        return end;
    }

    private boolean isSteady(Minute minute) {
        return minute.startSecond() >= WARM_UP_SECONDS
                && minute.movingShare() >= GOOD_SHARE
                && minute.heartRateValidShare() >= GOOD_SHARE
                && minute.speedVariationPercent() <= MOST_VARIATION_PERCENT
                && Math.abs(minute.gradePercent()) <= MOST_GRADE_PERCENT
                && minute.heartRateBpm().isPresent()
                && isAerobic(minute.heartRateBpm().getAsDouble());
    }

    private boolean isAerobic(double bpm) {
        return bpm >= body.bpmAt(LOWEST_RESERVE_SHARE) && bpm <= body.bpmAt(HIGHEST_RESERVE_SHARE);
    }

    private static boolean follows(List<Minute> minutes, int i) {
        return minutes.get(i).startSecond() - minutes.get(i - 1).startSecond() <= windowSeconds(minutes);
    }

    private static int lengthSeconds(List<Minute> minutes, int start, int end) {
        return minutes.get(end - 1).startSecond() - minutes.get(start).startSecond() + windowSeconds(minutes);
    }

    /** A window is a minute long unless the session is very long. */
    private static int windowSeconds(List<Minute> minutes) {
        int shortest = Integer.MAX_VALUE;
        for (int i = 1; i < minutes.size(); i++) {
            shortest = Math.min(
                    shortest, minutes.get(i).startSecond() - minutes.get(i - 1).startSecond());
        }
        return minutes.size() < 2 ? 60 : Math.max(60, shortest);
    }
}
