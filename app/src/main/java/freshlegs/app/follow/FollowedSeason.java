package freshlegs.app.follow;

import freshlegs.model.fact.Profile;
import freshlegs.model.result.Prescription;
import freshlegs.streams.season.SeasonDay;
import java.util.List;

/** A season as it was lived and folded, and who lived it. */
public record FollowedSeason(Fate fate, Milestones milestones, Profile profile, List<SeasonDay> days) {
    public FollowedSeason {
        days = List.copyOf(days);
    }

    /** What each day from the plan's first on asked, with what was done. */
    public List<Prescription> plan() {
        return days.stream()
                .map(day -> day.plan().prescription())
                .filter(asked -> !asked.date().isBefore(milestones.plan()))
                .toList();
    }
}
