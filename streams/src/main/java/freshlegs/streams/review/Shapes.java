package freshlegs.streams.review;

import freshlegs.model.result.WeekReview.Direction;
import freshlegs.model.result.WeekReview.Quantity;
import freshlegs.model.result.WeekReview.Shape;

/** How much was trained: by load, or by distance where the load is not known. */
final class Shapes {
    private Shapes() {}

    static Shape of(Weeks weeks, Changes changes) {
        if (weeks.missingDays() == 0 && changes.of(Quantity.LOAD).value().orElse(1) == 0) {
            return Shape.OFF;
        }
        Direction load = changes.direction(Quantity.LOAD);
        return switch (load == Direction.UNKNOWN ? changes.direction(Quantity.DISTANCE) : load) {
            case ROSE -> Shape.HEAVIER;
            case FELL -> Shape.LIGHTER;
            case STEADY -> Shape.USUAL;
            case UNKNOWN -> Shape.UNKNOWN;
        };
    }
}
