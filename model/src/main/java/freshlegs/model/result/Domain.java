package freshlegs.model.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import freshlegs.model.Rounding;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One kind of evidence on one day, worse positive. {@code z} compares {@code value} with the athlete's own {@code baseline} in
 * units of {@code spread}; {@code chart} is the exponentially weighted z that decides whether it {@code votes}; {@code days} is
 * how many days (runs, key sessions) in a row it has voted. {@code known} is false when too little is known to say anything.
 * The chart votes from {@code limit} on ({@link Name#DISSOCIATION}: down to it), {@code values} counts what it was moved by lately
 * (14 days, key sessions 28), and {@code compared} has the numbers that today's z was worked out from.
 * {@code rule} is the rule that judged, with its version, such as {@code chart.hrv/1}; empty in what older programs told.
 */
public record Domain(
        Name name,
        boolean known,
        boolean votes,
        OptionalDouble value,
        String unit,
        OptionalDouble baseline,
        OptionalDouble spread,
        OptionalDouble z,
        double chart,
        int days,
        int baselineDays,
        OptionalDouble limit,
        OptionalInt values,
        Optional<Compared> compared,
        String rule) {

    private static final String LOGARITHMIC = "ms";

    public Domain {
        rule = Objects.requireNonNullElse(rule, "");
    }

    /** The five kinds of evidence and the paradoxical one, when a heart marker falls while the athlete feels worse. */
    public enum Name {
        SUBJECTIVE,
        RESTING_HEART_RATE,
        HRV,
        EXERCISE_HEART_RATE,
        PERFORMANCE,
        DISSOCIATION
    }

    /**
     * What z is made of, so that it can be worked out by hand: (value - usual) / spread, cut at 3 either way; of HRV (usual -
     * value) / spread. {@code usual} is that of the day of the week. Resting heart rate in bpm, HRV as natural logarithm of ms,
     * feeling as the mean of its items' own z, heart rate at pace in bpm above expected, performance in percent slower.
     */
    public record Compared(double value, double usual, double spread) {
        /** Rounded so that z can still be worked out to a hundredth. */
        public static Compared of(double value, double usual, double spread) {
            int decimals = spread < 1 ? 4 : 3;
            return new Compared(
                    Rounding.to(decimals, value), Rounding.to(decimals, usual), Rounding.to(decimals, spread));
        }
    }

    /** The lower edge of the athlete's own band, in the domain's unit: one spread below what is usual. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public OptionalDouble low() {
        return edge(-1);
    }

    /** The upper edge of the athlete's own band, in the domain's unit: one spread above what is usual. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public OptionalDouble high() {
        return edge(1);
    }

    /** HRV is judged in logarithms, so its band is usual * e^(spread / usual) and as much below. */
    private OptionalDouble edge(int side) {
        if (baseline.isEmpty() || spread.isEmpty()) {
            return OptionalDouble.empty();
        }
        double usual = baseline.getAsDouble();
        double width = spread.getAsDouble();
        double edge =
                unit.equals(LOGARITHMIC) && usual > 0 ? usual * Math.exp(side * width / usual) : usual + side * width;
        return OptionalDouble.of(Rounding.to(2, edge));
    }
}
