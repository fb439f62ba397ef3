package freshlegs.streams.alert;

import freshlegs.model.result.Episode.Confidence;
import freshlegs.model.result.Episode.Ground;
import java.util.List;

/** What an episode says of the day of its latest step, to coach and athlete, and what that rests on. */
record Account(
        String why,
        String athleteWhy,
        Confidence confidence,
        List<String> explanations,
        List<Ground> grounds,
        String agreement) {}
