package freshlegs.streams.signal;

import com.fasterxml.jackson.annotation.JsonFormat;
import freshlegs.model.Rounding;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;
import java.util.OptionalDouble;

/**
 * An exponentially weighted control chart of z: it moves by a share of the difference on days with a value, stands still for
 * some days without (five as published), then fades (by a quarter a day) and starts afresh (after ten). {@code days} counts how many values in a row
 * found it at or above its flag.
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Chart(double level, int silentDays, int days, boolean known) {

    private static final int SILENT_AT_FIRST = 11;

    static Chart empty() {
        return new Chart(0, SILENT_AT_FIRST, 0, false);
    }

    /** The chart after one more day; {@code perValue} counts {@link #days} in values (runs), else in days. */
    Chart next(OptionalDouble z, double share, double flag, boolean perValue, Rules rules) {
        if (z.isPresent()) {
            double moved = Rounding.to(3, level + share * (z.getAsDouble() - level));
            return new Chart(moved, 0, moved >= flag ? days + 1 : 0, true);
        }
        int knownDays = rules.count(Threshold.CHART_KNOWN_DAYS);
        int silent = Math.min(silentDays + 1, knownDays + 1);
        if (silent > knownDays) {
            return new Chart(0, silent, 0, false);
        }
        double faded = silent > rules.count(Threshold.CHART_FRESH_DAYS)
                ? Rounding.to(3, level * rules.of(Threshold.CHART_FADING))
                : level;
        boolean still = faded >= flag;
        return new Chart(faded, silent, still ? days + (perValue ? 0 : 1) : 0, known);
    }

    boolean isFresh(Rules rules) {
        return known && silentDays <= rules.count(Threshold.CHART_FRESH_DAYS);
    }
}
