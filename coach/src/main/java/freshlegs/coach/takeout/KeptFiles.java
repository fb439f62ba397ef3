package freshlegs.coach.takeout;

import freshlegs.coach.Leaving;
import freshlegs.model.AthleteId;
import java.io.IOException;

/** Where an athlete's original files are kept, as {@link Leaving#originals} gives them. */
@FunctionalInterface
public interface KeptFiles {
    void each(AthleteId athlete, Leaving.Taker taker) throws IOException;
}
