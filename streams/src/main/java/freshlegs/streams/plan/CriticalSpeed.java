package freshlegs.streams.plan;

import java.util.List;
import java.util.Optional;

/**
 * The line d = CS t + D' through at least three maximal efforts of 2 to 15 minutes, by least squares: critical speed in metres a
 * second and the metres that can be run above it (Galbraith 2014: CV 0.4 % and 13 %).
 */
record CriticalSpeed(double metresPerSecond, double reserveMetres) {
    private static final int LEAST_EFFORTS = 3;
    private static final double SHORTEST_SECONDS = 120;
    private static final double LONGEST_SECONDS = 900;

    /** One maximal effort. */
    record Effort(double metres, double seconds) {}

    static boolean counts(double seconds) {
        return seconds >= SHORTEST_SECONDS && seconds <= LONGEST_SECONDS;
    }

    /** Empty with fewer than three efforts of different lengths; others than of 2 to 15 minutes do not count. */
    static Optional<CriticalSpeed> of(List<Effort> all) {
        List<Effort> efforts =
                all.stream().filter(effort -> counts(effort.seconds())).toList();
        if (efforts.stream().mapToDouble(Effort::seconds).distinct().count() < LEAST_EFFORTS) {
            return Optional.empty();
        }
        double seconds = efforts.stream().mapToDouble(Effort::seconds).average().orElseThrow();
        double metres = efforts.stream().mapToDouble(Effort::metres).average().orElseThrow();
        double shared = 0;
        double squares = 0;
        for (Effort effort : efforts) {
            shared += (effort.seconds() - seconds) * (effort.metres() - metres);
            squares += (effort.seconds() - seconds) * (effort.seconds() - seconds);
        }
        double speed = shared / squares;
        return Optional.of(new CriticalSpeed(speed, metres - speed * seconds));
    }
}
