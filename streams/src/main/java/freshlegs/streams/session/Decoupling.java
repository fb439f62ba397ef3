package freshlegs.streams.session;

import freshlegs.model.Rounding;
import java.util.OptionalDouble;

/**
 * How far heart rate drifts from speed in the course of a steady run: Pa:HR = 100 (r1 - r2) / r1 percent, r the mean
 * grade-adjusted speed over the mean heart rate of a half (Friel; GoldenCheetah and Runalyze compute the same ratio). Below 5 %
 * counts as good and above 10 % as poor by convention, not by physiology. Needs {@value #SHORTEST_MOVING_SECONDS} s of moving
 * time; the first {@value #WARM_UP_SECONDS} moving seconds are left out, the rest is halved by moving time. Only moving seconds
 * on grades up to 10 % with a known heart rate count, and each half must know at least 70 % of its moving seconds.
 */
final class Decoupling {
    static final int SHORTEST_MOVING_SECONDS = 40 * 60;
    static final int WARM_UP_SECONDS = 10 * 60;
    private static final double STEEPEST_PERCENT = 10;
    private static final double LEAST_KNOWN_SHARE = 0.7;

    private Decoupling() {}

    static OptionalDouble of(Track track) {
        int moving = track.motion().movingSeconds();
        if (moving < SHORTEST_MOVING_SECONDS) {
            return OptionalDouble.empty();
        }
        int middle = WARM_UP_SECONDS + (moving - WARM_UP_SECONDS) / 2;
        OptionalDouble first = ratio(track, WARM_UP_SECONDS, middle);
        OptionalDouble second = ratio(track, middle, moving);
        if (first.isEmpty() || second.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Rounding.to(2, percent(first.getAsDouble(), second.getAsDouble())));
    }

    /** From the speed to heart rate ratios of both halves. */
    static double percent(double first, double second) {
        return 100 * (first - second) / first;
    }

    /** Over the moving seconds with ordinals from {@code from} (inclusive) to {@code to} (exclusive). */
    private static OptionalDouble ratio(Track track, int from, int to) {
        double metresPerSecond = 0;
        double bpm = 0;
        int known = 0;
        int ordinal = 0;
        for (int cell = 0; cell < track.size() && ordinal < to; cell++) {
            if (!track.motion().isMoving(cell)) {
                continue;
            }
            if (ordinal++ >= from && counts(track, cell)) {
                metresPerSecond += track.gradeAdjusted().at(cell);
                bpm += track.heartRate().at(cell);
                known++;
            }
        }
        return known < (to - from) * LEAST_KNOWN_SHARE
                ? OptionalDouble.empty()
                : OptionalDouble.of(metresPerSecond / bpm);
    }

    private static boolean counts(Track track, int cell) {
        return track.heartRate().has(cell) && Math.abs(track.grade().at(cell, 0)) <= STEEPEST_PERCENT;
    }
}
