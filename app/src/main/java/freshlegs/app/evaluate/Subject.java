package freshlegs.app.evaluate;

import freshlegs.app.labelled.LabelledAthlete;
import java.util.Optional;

/** An athlete to be judged; {@code autocorrelation} is how much of a day's noise is left on the next, where that is known. */
public record Subject(LabelledAthlete athlete, Optional<Double> autocorrelation) {

    /** Nothing is known but the rows. */
    public static Subject of(LabelledAthlete athlete) {
        return new Subject(athlete, Optional.empty());
    }

    Subject without(Gap gap) {
        return new Subject(gap.in(athlete), autocorrelation);
    }
}
