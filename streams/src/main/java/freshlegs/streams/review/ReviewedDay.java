package freshlegs.streams.review;

import freshlegs.model.fact.PlannedPhase.Phase;
import freshlegs.model.result.ActivityAnalysis;
import freshlegs.model.result.StatusDay;
import freshlegs.model.result.TrendDay;
import freshlegs.streams.signal.SignalDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the review looks at of one day; {@code qualities} are what the athlete said of its runs, 1 to 10 with 10 best. */
public record ReviewedDay(
        TrendDay trend,
        StatusDay status,
        SignalDay signal,
        List<ActivityAnalysis> activities,
        List<Integer> qualities,
        Optional<Phase> phase) {

    public ReviewedDay {
        activities = List.copyOf(activities);
        qualities = List.copyOf(qualities);
    }

    LocalDate date() {
        return trend.date();
    }

    boolean isHeardOf() {
        return trend.kind() != TrendDay.Kind.MISSING;
    }

    boolean isHard() {
        return activities.stream().anyMatch(ActivityAnalysis::hard);
    }

    List<ActivityAnalysis> runs() {
        return activities.stream().filter(activity -> activity.sport().isRun()).toList();
    }
}
