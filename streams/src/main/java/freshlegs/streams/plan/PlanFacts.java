package freshlegs.streams.plan;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Session;
import freshlegs.model.result.StatusDay;
import freshlegs.streams.load.Physiology;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the plan must know of one day: how the athlete stood and which alerts were open, what was run, what was said of it and
 * what was asked, and the heart rates and threshold speed valid on that day.
 */
public record PlanFacts(
        AthleteId athlete,
        LocalDate date,
        StatusDay status,
        List<String> episodes,
        List<Session> sessions,
        List<CheckIn> checkIns,
        Physiology body,
        Wishes wishes) {

    public PlanFacts {
        episodes = List.copyOf(episodes);
        sessions = List.copyOf(sessions);
        checkIns = List.copyOf(checkIns);
    }

    OptionalDouble thresholdSpeedMetresPerSecond() {
        return body.thresholdMetresPerSecond();
    }
}
