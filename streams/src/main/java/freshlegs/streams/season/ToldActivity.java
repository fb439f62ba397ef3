package freshlegs.streams.season;

import freshlegs.model.result.ActivityAnalysis;
import java.util.List;

/** One activity of a day as it was told, kept with the day so that only a change is told again. */
public record ToldActivity(ActivityAnalysis analysis) {

    static List<ToldActivity> of(List<ActivityAnalysis> analyses) {
        return analyses.stream().map(ToldActivity::new).toList();
    }

    String key() {
        return analysis.key();
    }
}
