package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.result.Episode;
import freshlegs.model.result.StatusDay;
import freshlegs.model.result.TrendDay;
import freshlegs.model.result.WeekReview;
import freshlegs.streams.alert.AlertDay;
import freshlegs.streams.alert.Phases;
import freshlegs.streams.load.LoadDay;
import freshlegs.streams.plan.PlanDay;
import freshlegs.streams.review.ReviewedDay;
import freshlegs.streams.signal.SignalDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one day says (trend, status, the episodes open or closed on it, the prescription, the activities, on a Sunday the review of its week)
 * and what later days must remember of it (load, signal, alert, plan, how good its runs were). Everything is rounded, so that equal facts give equal bytes.
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
        List<ToldActivity> activities,
        List<Integer> qualities,
        Optional<WeekReview> review) {

    public SeasonDay {
        episodes = List.copyOf(episodes);
        activities = List.copyOf(activities);
        qualities = List.copyOf(qualities);
    }

    SeasonDay with(Optional<WeekReview> ofItsWeek) {
        return new SeasonDay(
                athlete, date, trend, status, episodes, load, signal, alert, plan, activities, qualities, ofItsWeek);
    }

    /** As the review of its week sees it. */
    ReviewedDay reviewed() {
        return new ReviewedDay(
                trend,
                status,
                signal,
                activities.stream().map(ToldActivity::analysis).toList(),
                qualities,
                alert.phases().on(date).map(Phases.Planned::phase));
    }
}
