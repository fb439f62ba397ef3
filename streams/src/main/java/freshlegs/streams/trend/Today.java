package freshlegs.streams.trend;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Session;
import freshlegs.model.result.TrendDay.Kind;
import freshlegs.streams.load.LoadDay;
import java.util.List;
import java.util.Optional;

/** What the day itself brought: training, recovery and what the steady runs say. */
public record Today(
        AthleteId athlete,
        LoadDay load,
        List<Session> sessions,
        boolean heardOfLater,
        Recovery recovery,
        List<SteadyRun> steadyRuns,
        Optional<HeartRateAtPace> heartRateAtPace) {

    /** A day without a session is rest once the athlete was heard of later; until then it is missing. */
    Kind kind() {
        return !sessions.isEmpty() ? Kind.TRAINED : heardOfLater ? Kind.REST : Kind.MISSING;
    }
}
