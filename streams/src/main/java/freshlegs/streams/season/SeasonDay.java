package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.result.Episode;
import freshlegs.model.result.StatusDay;
import freshlegs.model.result.TrendDay;
import freshlegs.streams.alert.AlertDay;
import freshlegs.streams.load.LoadDay;
import freshlegs.streams.plan.PlanDay;
import freshlegs.streams.signal.SignalDay;
import java.time.LocalDate;
import java.util.List;

/**
 * What one day says (trend, status, the episodes open or closed on it, the prescription, the activities) and what later days must remember of
 * it (load, signal, alert, plan). Everything is rounded, so that equal facts give equal bytes.
 */
public record SeasonDay(
        AthleteId athlete,
        LocalDate date,
        TrendDay trend,
        StatusDay status,
        List<Episode> episodes,
        LoadDay load,
        SignalDay signal,
        AlertDay alert,
        PlanDay plan,
        List<ToldActivity> activities) {

    public SeasonDay {
        episodes = List.copyOf(episodes);
        activities = List.copyOf(activities);
    }
}
