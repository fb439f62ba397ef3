package freshlegs.streams.review;

import freshlegs.model.result.WeekReview.Change;
import freshlegs.model.result.WeekReview.Direction;
import freshlegs.model.result.WeekReview.Meaning;
import freshlegs.model.result.WeekReview.Quantity;
import freshlegs.model.result.WeekReview.Shape;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A week's numbers as they are published, for those who put them into words. */
record Told(List<Change> changes, Shape shape, Standing standing, int missingDays, Occasion occasion) {
    static final Set<Quantity> HEART =
            EnumSet.of(Quantity.RESTING_HEART_RATE, Quantity.HRV, Quantity.HEART_RATE_AT_PACE);
    private static final Set<Quantity> TRAINING = EnumSet.range(Quantity.RUNNING_MINUTES, Quantity.HARD_DAYS);
    private static final Set<Quantity> ITEMS = EnumSet.range(Quantity.FATIGUE, Quantity.SLEEP_QUALITY);

    Change of(Quantity quantity) {
        return changes.stream()
                .filter(change -> change.quantity() == quantity)
                .findFirst()
                .orElseThrow();
    }

    static boolean isNamed(Change change) {
        return change.direction() == Direction.ROSE || change.direction() == Direction.FELL;
    }

    static double difference(Change change) {
        return Math.abs(change.value().orElse(0) - change.usual().orElse(0));
    }

    /** What differs beyond the training itself, the worse first; single answers only where the feeling as a whole does not. */
    List<Change> named() {
        boolean feeling = isNamed(of(Quantity.FEELING));
        List<Change> named = changes.stream()
                .filter(Told::isNamed)
                .filter(change -> !TRAINING.contains(change.quantity()))
                .filter(change -> !feeling || !ITEMS.contains(change.quantity()))
                .toList();
        return Stream.concat(
                        named.stream().filter(change -> change.meaning() == Meaning.WORSE),
                        named.stream().filter(change -> change.meaning() != Meaning.WORSE))
                .toList();
    }

    /** The answers that moved the way the feeling did. */
    List<Quantity> answers() {
        Direction feeling = of(Quantity.FEELING).direction();
        return changes.stream()
                .filter(change -> ITEMS.contains(change.quantity()) && change.direction() == feeling)
                .map(Change::quantity)
                .toList();
    }

    /**
     * What points the wrong way. Where a slower heart is not called better, because the athlete feels or runs worse, it belongs to
     * that.
     */
    List<Change> signs() {
        return named().stream()
                .filter(change -> change.meaning() == Meaning.WORSE
                        || (HEART.contains(change.quantity()) && change.meaning() == Meaning.NEUTRAL))
                .toList();
    }

    boolean anythingSteady() {
        return changes.stream()
                .filter(change -> !TRAINING.contains(change.quantity()))
                .anyMatch(change -> change.direction() == Direction.STEADY);
    }

    /** What the athlete's watch or word could have told and did not; steady runs only where there were runs. */
    List<Quantity> unknown() {
        boolean ran = of(Quantity.RUNS).value().orElse(0) > 0;
        return changes.stream()
                .filter(change -> change.direction() == Direction.UNKNOWN)
                .map(Change::quantity)
                .filter(quantity -> switch (quantity) {
                    case RESTING_HEART_RATE, HRV, SLEEP, FEELING -> true;
                    case HEART_RATE_AT_PACE -> ran;
                    default -> false;
                })
                .toList();
    }
}
