package freshlegs.coach.takeout;

import freshlegs.coach.Leaving;
import freshlegs.model.AthleteId;
import java.io.IOException;

/** What is kept of an athlete in files. */
public interface KeptFiles {
    /** Her original files, as {@link Leaving#kept} gives them: each is read before the next is given. */
    void each(AthleteId athlete, Leaving.Taker taker) throws IOException;

    /** How her files come, as JSON: tokens, connections and watches, without any key. */
    String ways(AthleteId athlete) throws IOException;
}
