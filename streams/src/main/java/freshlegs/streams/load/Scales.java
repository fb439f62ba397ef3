package freshlegs.streams.load;

import freshlegs.model.Sport;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How the athlete's other scores compare with the heart-rate score, so that a change of sensor is not seen as a change of load:
 * the median ratio over the sessions of the 60 days before that have both ({@value #LEAST_PAIRS} at least, else 1; between 0.7
 * and 1.4), and the median load a minute for sessions of which only the duration is known. Worked out when asked, since most
 * days need none of them.
 */
record Scales(List<SessionLoad> past) {

    static final int DAYS = 60;
    private static final int LEAST_PAIRS = 8;
    private static final double LOWEST = 0.7;
    private static final double HIGHEST = 1.4;
    /** The load of a minute when the athlete has no comparable session yet: easy running, 45 an hour. */
    private static final double UNKNOWN_LOAD_PER_MINUTE = 0.75;

    static Scales from(List<SessionLoad> past) {
        return new Scales(past);
    }

    double pace() {
        return ratio(SessionLoad::paceScore);
    }

    double effort() {
        return ratio(SessionLoad::effortScore);
    }

    double loadPerMinute(Sport sport, boolean repeats) {
        Predicate<SessionLoad> measured = s -> s.basis() != SessionLoad.Basis.IMPUTED && s.minutes() > 0;
        double[] alike = perMinute(measured.and(s -> s.sport() == sport && s.repeats() == repeats));
        if (alike.length > 0) {
            return Median.of(alike);
        }
        double[] sameSport = perMinute(measured.and(s -> s.sport() == sport));
        return sameSport.length > 0 ? Median.of(sameSport) : UNKNOWN_LOAD_PER_MINUTE;
    }

    private double[] perMinute(Predicate<SessionLoad> wanted) {
        return past.stream()
                .filter(wanted)
                .mapToDouble(s -> s.load() / s.minutes())
                .toArray();
    }

    private double ratio(Function<SessionLoad, OptionalDouble> other) {
        double[] ratios = new double[past.size()];
        int pairs = 0;
        for (SessionLoad session : past) {
            if (session.heartRateTrusted()
                    && !session.repeats()
                    && session.heartRateScore().isPresent()) {
                double score = other.apply(session).orElse(0);
                if (score > 0) {
                    ratios[pairs++] = session.heartRateScore().getAsDouble() / score;
                }
            }
        }
        return pairs < LEAST_PAIRS ? 1 : Math.max(LOWEST, Math.min(HIGHEST, Median.of(Arrays.copyOf(ratios, pairs))));
    }
}
