package freshlegs.streams.review;

import freshlegs.model.result.WeekReview.Direction;
import freshlegs.model.result.WeekReview.Meaning;
import freshlegs.model.result.WeekReview.Quantity;
import freshlegs.model.result.WeekReview.Shape;

/**
 * What it means that a quantity rose or fell. Training itself is neither better nor worse, so that no taper and no week off reads
 * as trouble. A slower heart is no good sign while the athlete feels or runs worse (Le Meur 2013, Roete 2021), and more effort is
 * nothing strange in a heavier week.
 */
final class Meanings {
    private final Changes changes;
    private final Shape shape;

    Meanings(Changes changes, Shape shape) {
        this.changes = changes;
        this.shape = shape;
    }

    Meaning of(Quantity quantity) {
        Meaning plain = plain(quantity, changes.direction(quantity));
        return switch (quantity) {
            case RESTING_HEART_RATE, HRV, HEART_RATE_AT_PACE ->
                plain == Meaning.BETTER && isFeltOrSeenWorse() ? Meaning.NEUTRAL : plain;
            case EFFORT -> plain == Meaning.WORSE && shape == Shape.HEAVIER ? Meaning.NEUTRAL : plain;
            default -> plain;
        };
    }

    private boolean isFeltOrSeenWorse() {
        return changes.direction(Quantity.FEELING) == Direction.ROSE
                || changes.direction(Quantity.FATIGUE) == Direction.ROSE
                || changes.direction(Quantity.KEY_SESSIONS) == Direction.ROSE;
    }

    private static Meaning plain(Quantity quantity, Direction direction) {
        return switch (direction) {
            case ROSE -> ofMore(quantity);
            case FELL -> opposite(ofMore(quantity));
            case STEADY, UNKNOWN -> Meaning.NEUTRAL;
        };
    }

    private static Meaning ofMore(Quantity quantity) {
        return switch (quantity) {
            case RUNNING_MINUTES, DISTANCE, RUNS, LOAD, HARD_DAYS -> Meaning.NEUTRAL;
            case QUALITY, HRV, SLEEP -> Meaning.BETTER;
            case HEART_RATE_AT_PACE,
                    KEY_SESSIONS,
                    EFFORT,
                    RESTING_HEART_RATE,
                    FEELING,
                    FATIGUE,
                    MOOD,
                    SORENESS,
                    STRESS,
                    SLEEP_QUALITY -> Meaning.WORSE;
        };
    }

    private static Meaning opposite(Meaning meaning) {
        return switch (meaning) {
            case BETTER -> Meaning.WORSE;
            case WORSE -> Meaning.BETTER;
            case NEUTRAL -> Meaning.NEUTRAL;
        };
    }
}
