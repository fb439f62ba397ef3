package freshlegs.coach.page;

import freshlegs.model.AthleteId;
import freshlegs.model.result.ActivityAnalysis;
import java.util.List;
import java.util.Optional;

/** All activities of an athlete, the latest first, some at a time; {@code more} is the last one shown when there are others. */
public record ActivityListPage(String athlete, boolean first, List<ActivityLine> activities, Optional<String> more) {

    /** {@code found} is one more than are shown, if there are so many. */
    public static ActivityListPage of(
            AthleteId athlete, boolean first, List<ActivityAnalysis> found, int shown, Voice voice) {
        List<ActivityLine> lines = found.stream()
                .limit(shown)
                .map(run -> ActivityLine.of(run, voice))
                .toList();
        return new ActivityListPage(
                athlete.value(),
                first,
                lines,
                found.size() > shown ? Optional.of(lines.get(lines.size() - 1).fact()) : Optional.empty());
    }
}
