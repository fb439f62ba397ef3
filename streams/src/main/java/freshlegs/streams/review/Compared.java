package freshlegs.streams.review;

import freshlegs.model.Rounding;
import freshlegs.model.result.WeekReview.Change;
import freshlegs.model.result.WeekReview.Direction;
import freshlegs.model.result.WeekReview.Meaning;
import freshlegs.model.result.WeekReview.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/** One quantity of the week against what is usual, before anybody says what that means; {@code error} is that of the difference. */
record Compared(
        Quantity quantity,
        OptionalDouble value,
        OptionalDouble usual,
        double spread,
        double error,
        boolean atLeast,
        List<LocalDate> days,
        int before) {

    /**
     * A difference is named from two standard errors on: by chance alone that happens in about one week of twenty for each
     * quantity (own choice).
     */
    static final double ERRORS = 2;

    private static final int SPREAD_DECIMALS = 2;

    static Compared unknown(Quantity quantity, OptionalDouble value, List<LocalDate> days, int before) {
        return new Compared(quantity, value, OptionalDouble.empty(), 0, 0, false, days, before);
    }

    /** A sum that misses days can only grow: it may be called more than usual, never less and never as usual. */
    Direction direction() {
        if (value.isEmpty() || usual.isEmpty()) {
            return Direction.UNKNOWN;
        }
        double difference = value.getAsDouble() - usual.getAsDouble();
        if (difference >= noise()) {
            return Direction.ROSE;
        }
        if (atLeast) {
            return Direction.UNKNOWN;
        }
        return -difference >= noise() ? Direction.FELL : Direction.STEADY;
    }

    private double noise() {
        return ERRORS * error;
    }

    Change told(Meaning meaning) {
        int decimals = Decimals.of(quantity);
        boolean known = value.isPresent() && usual.isPresent();
        return new Change(
                quantity,
                quantity.unit(),
                direction(),
                meaning,
                Rounding.to(decimals, value),
                Rounding.to(decimals, usual),
                known ? OptionalDouble.of(Rounding.to(decimals, noise())) : OptionalDouble.empty(),
                known ? OptionalDouble.of(spreads()) : OptionalDouble.empty(),
                days,
                before);
    }

    private double spreads() {
        return Rounding.to(SPREAD_DECIMALS, (value.orElseThrow() - usual.orElseThrow()) / spread);
    }
}
