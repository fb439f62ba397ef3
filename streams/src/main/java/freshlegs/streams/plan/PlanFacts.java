package freshlegs.streams.plan;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Session;
import freshlegs.model.result.StatusDay;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the plan must know of one day: how the athlete stood, what was run, what was said of it and what was asked. The
 * threshold speed is the one valid on that day.
 */
public record PlanFacts(
        AthleteId athlete,
        LocalDate date,
        StatusDay status,
        List<Session> sessions,
        List<CheckIn> checkIns,
        OptionalDouble thresholdSpeedMetresPerSecond,
        Wishes wishes) {

    public PlanFacts {
        sessions = List.copyOf(sessions);
        checkIns = List.copyOf(checkIns);
    }
}
