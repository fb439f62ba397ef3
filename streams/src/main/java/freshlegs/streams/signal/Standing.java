package freshlegs.streams.signal;

import freshlegs.model.result.Domain.Compared;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Today's value of one domain against its baseline; z, and what it is made of, only when the value is there and the baseline is
 * known.
 */
record Standing(
        OptionalDouble value,
        OptionalDouble z,
        double baseline,
        double spread,
        int baselineDays,
        boolean known,
        Optional<Compared> compared) {

    static Standing unknown(int baselineDays) {
        return new Standing(
                OptionalDouble.empty(), OptionalDouble.empty(), 0, 0, baselineDays, false, Optional.empty());
    }
}
