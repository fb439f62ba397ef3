package freshlegs.streams.signal;

import com.fasterxml.jackson.annotation.JsonFormat;
import freshlegs.model.Rounding;
import java.util.OptionalDouble;

/**
 * An exponentially weighted control chart of z: it moves by a share of the difference on days with a value, stands still for
 * five days without, then fades by a quarter a day and starts afresh after ten. {@code days} counts how many values in a row
 * found it at or above its flag.
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Chart(double level, int silentDays, int days, boolean known) {

    static final int FRESH_DAYS = 5;
    static final int KNOWN_DAYS = 10;
    private static final double FADING = 0.75;

    static Chart empty() {
        return new Chart(0, KNOWN_DAYS + 1, 0, false);
    }

    /** The chart after one more day; {@code perValue} counts {@link #days} in values (runs), else in days. */
    Chart next(OptionalDouble z, double share, double flag, boolean perValue) {
        if (z.isPresent()) {
            double moved = Rounding.to(3, level + share * (z.getAsDouble() - level));
            return new Chart(moved, 0, moved >= flag ? days + 1 : 0, true);
        }
        int silent = Math.min(silentDays + 1, KNOWN_DAYS + 1);
        if (silent > KNOWN_DAYS) {
            return empty();
        }
        double faded = silent > FRESH_DAYS ? Rounding.to(3, level * FADING) : level;
        boolean still = faded >= flag;
        return new Chart(faded, silent, still ? days + (perValue ? 0 : 1) : 0, known);
    }

    boolean isFresh() {
        return known && silentDays <= FRESH_DAYS;
    }
}
