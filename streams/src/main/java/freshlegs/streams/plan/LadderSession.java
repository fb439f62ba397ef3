package freshlegs.streams.plan;

import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Histogram;
import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
import freshlegs.streams.activity.Fade;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a day's running says about the ladder: the rung it belongs to and how it went. It went well when the effort was at most
 * 8 of 10, the quality at least 6 and the repeats did not fade; without an effort nothing can be said.
 */
record LadderSession(Level level, Verdict verdict) {

    /** How a key session went. */
    enum Verdict {
        SUCCESS,
        FAILURE,
        UNCLEAR
    }

    static final int MOST_EFFORT = 8;
    static final int LEAST_QUALITY = 6;
    private static final double STRIDE_SECONDS = 25;
    private static final double TEMPO_BOUT_SECONDS = 480;
    private static final double TEMPO_SECONDS = 600;
    private static final double TEMPO_SHARE_OF_THRESHOLD = 0.95;
    private static final double TEMPO_BOUT_SHARE_OF_THRESHOLD = 0.9;
    private static final double STRIDE_OVER_TEMPO = 1.2;
    private static final double STEADY_SECONDS = 1800;

    static Optional<LadderSession> in(PlanFacts facts, Level current) {
        boolean tempo = false;
        boolean steady = false;
        for (Session run : facts.sessions()) {
            if (!run.sport().isRun() || run.problem().isPresent()) {
                continue;
            }
            Optional<Level> level = levelOf(run.repeats(), facts.thresholdSpeedMetresPerSecond());
            if (level.isPresent()) {
                boolean faded = Fade.of(run.repeats()).map(Fade::isFaded).orElse(false);
                return Optional.of(new LadderSession(level.get(), verdict(facts, faded)));
            }
            tempo |= isTempo(run, facts.thresholdSpeedMetresPerSecond());
            steady |= run.movingSeconds() >= STEADY_SECONDS
                    && (current == Level.BASE || Finding.strides(run) >= Finding.LEAST_STRIDES);
        }
        if (tempo) {
            return Optional.of(new LadderSession(Level.TEMPO, verdict(facts, false)));
        }
        return steady && current.compareTo(Level.STRIDES) <= 0
                ? Optional.of(new LadderSession(current, verdict(facts, false)))
                : Optional.empty();
    }

    /** At least a third rung: counts as a hard day whatever was said of it. */
    boolean isHard() {
        return level.compareTo(Level.SHORT_REPEATS) >= 0;
    }

    /** Of laps that say what they are for, easy running before strides may be one: a tempo is also as fast as one. */
    static Optional<Level> levelOf(List<Repeat> all, OptionalDouble thresholdSpeed) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Repeat> repeats =
                all.stream().filter(r -> r.durationSeconds() >= STRIDE_SECONDS).toList();
        double metres =
                repeats.stream().mapToDouble(Repeat::distanceMetres).average().orElse(0);
        boolean tempo = repeats.stream()
                .anyMatch(r -> r.durationSeconds() >= TEMPO_BOUT_SECONDS && isFast(r, all, thresholdSpeed));
        if (tempo) {
            return Optional.of(Level.TEMPO);
        }
        if (metres > 500 && repeats.size() >= 3) {
            return Optional.of(Level.SIX_HUNDREDS);
        }
        if (repeats.size() < 4 || metres < 120) {
            return Optional.empty();
        }
        return Optional.of(metres > 300 ? Level.FOUR_HUNDREDS : Level.SHORT_REPEATS);
    }

    /** Where the threshold is not known, against the quickest of the run's repeats. */
    private static boolean isFast(Repeat bout, List<Repeat> all, OptionalDouble thresholdSpeed) {
        double speed = speed(bout);
        double quickest = all.stream().mapToDouble(LadderSession::speed).max().orElse(speed);
        return speed >= thresholdSpeed.orElse(quickest / STRIDE_OVER_TEMPO) * TEMPO_BOUT_SHARE_OF_THRESHOLD;
    }

    private static double speed(Repeat repeat) {
        return repeat.distanceMetres() / Math.max(1, repeat.durationSeconds());
    }

    static boolean isTempo(Session run, OptionalDouble thresholdSpeed) {
        return thresholdSpeed.isPresent()
                && secondsAbove(run, TEMPO_SHARE_OF_THRESHOLD * thresholdSpeed.getAsDouble()) >= TEMPO_SECONDS;
    }

    static double secondsAbove(Session run, double metresPerSecond) {
        Histogram pace = run.pace().perCentimetreASecond();
        long tenths = 0;
        for (int bin = 0; bin < pace.bins(); bin++) {
            tenths += pace.lowerEdge(bin) >= metresPerSecond * 100
                    ? pace.tenthSeconds().at(bin)
                    : 0;
        }
        return tenths / 10.0;
    }

    private static Verdict verdict(PlanFacts facts, boolean faded) {
        OptionalDouble effort = effort(facts);
        if (effort.isEmpty()) {
            return Verdict.UNCLEAR;
        }
        boolean well =
                effort.getAsDouble() <= MOST_EFFORT && quality(facts).orElse(LEAST_QUALITY) >= LEAST_QUALITY && !faded;
        return well ? Verdict.SUCCESS : Verdict.FAILURE;
    }

    /** The day's hardest effort, 1 to 10: what the athlete said, else what the watch asked. */
    static OptionalDouble effort(PlanFacts facts) {
        OptionalInt said = afterRuns(facts).stream()
                .flatMapToInt(checkIn -> checkIn.effort().stream())
                .max();
        return said.isPresent()
                ? OptionalDouble.of(said.getAsInt())
                : facts.sessions().stream()
                        .flatMapToDouble(session -> session.workoutRpe().stream())
                        .max();
    }

    /** What the athlete said of the day's worst run, 1 to 10 with 10 best. */
    static OptionalInt quality(PlanFacts facts) {
        return afterRuns(facts).stream()
                .flatMapToInt(checkIn -> checkIn.quality().stream())
                .min();
    }

    private static List<CheckIn.AfterRun> afterRuns(PlanFacts facts) {
        return facts.checkIns().stream()
                .filter(CheckIn.AfterRun.class::isInstance)
                .map(CheckIn.AfterRun.class::cast)
                .toList();
    }
}
