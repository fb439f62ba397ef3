package freshlegs.model.plan;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One piece of a workout, ended by time ({@code seconds}) or by distance ({@code metres}), exactly one of them. A pace is kept
 * where there is one; where only a heart rate or neither is given, the workout's effort says how hard it is.
 */
public record Step(
        Part part, OptionalInt seconds, OptionalInt metres, Optional<PaceRange> pace, Optional<HeartRange> heartRate) {

    /** What the piece is for. */
    public enum Part {
        WARM_UP,
        /** Running drills and activation, by feel. */
        DRILLS,
        /** The piece that counts. */
        RUN,
        STRIDE,
        RECOVER,
        COOL_DOWN
    }

    /** Seconds a kilometre, the faster first. */
    public record PaceRange(int fastest, int slowest) {
        public PaceRange {
            if (fastest < 1 || slowest < fastest) {
                throw new IllegalArgumentException("pace must be a range of seconds a kilometre, the faster first");
            }
        }
    }

    /** Beats a minute. */
    public record HeartRange(int lowest, int highest) {
        public HeartRange {
            if (lowest < 1 || highest < lowest) {
                throw new IllegalArgumentException("heart rate must be a range of beats a minute, the lower first");
            }
        }
    }

    public Step {
        if (seconds.isPresent() == metres.isPresent()) {
            throw new IllegalArgumentException("step must end by time or by distance");
        }
        if (seconds.orElse(1) < 1 || metres.orElse(1) < 1) {
            throw new IllegalArgumentException("step must be longer than nothing");
        }
    }

    public static Step time(Part part, int seconds) {
        return new Step(part, OptionalInt.of(seconds), OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    public static Step distance(Part part, int metres) {
        return new Step(part, OptionalInt.empty(), OptionalInt.of(metres), Optional.empty(), Optional.empty());
    }

    public Step at(Optional<PaceRange> kept) {
        return new Step(part, seconds, metres, kept, heartRate);
    }

    public Step within(Optional<HeartRange> kept) {
        return new Step(part, seconds, metres, pace, kept);
    }
}
