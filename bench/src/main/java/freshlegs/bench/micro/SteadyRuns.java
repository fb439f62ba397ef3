package freshlegs.bench.micro;

import freshlegs.streams.load.TrainingLoad;
import freshlegs.streams.season.DayFacts;
import freshlegs.streams.season.SeasonDay;
import freshlegs.streams.trend.SteadyRun;
import freshlegs.streams.trend.SteadySegments;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The steady runs of a folded year, of which each is judged by those before it. */
final class SteadyRuns {
    /** About as many as the baseline of eight weeks has. */
    static final int EARLIER = 25;

    private SteadyRuns() {}

    static List<SteadyRun> in(FoldedYear year) {
        List<SteadyRun> all = new ArrayList<>();
        for (int day = 0; day < year.days().size(); day++) {
            DayFacts facts = year.facts().get(day);
            TrainingLoad load = TrainingLoad.of(
                    year.before(day).stream().map(SeasonDay::load).toList(),
                    facts.date(),
                    facts.profiles(),
                    facts.sessions(),
                    facts.checkIns(),
                    OptionalDouble.empty());
            all.addAll(SteadySegments.of(facts.sessions(), load.body()));
        }
        return List.copyOf(all);
    }
}
