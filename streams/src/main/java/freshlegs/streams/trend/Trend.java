package freshlegs.streams.trend;

import freshlegs.model.result.TrendDay;
import freshlegs.model.result.TrendDay.Kind;
import freshlegs.streams.rule.Rules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws one day's trends from the days before it and what the athlete did on it. */
public final class Trend {
    private Trend() {}

    /**
     * The next day. A missing day counts as zero load in sums and means, is flagged and counted, and nothing is concluded from
     * it.
     */
    public static TrendDay next(PastDays past, Today today, Rules rules) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (today.kind() == Kind.MISSING) {
            flags.add(Flag.NOT_HEARD_OF);
        }
        return new TrendDay(
                today.athlete(),
                today.load().date(),
                today.kind(),
                TrainingTrend.of(past, today, flags, rules),
                RunningTrend.of(past, today, flags),
                RecoveryTrend.of(past, today.recovery(), flags, rules),
                keys(flags));
    }

    /** The run with the most steady windows speaks for the day. */
    public static Optional<SteadyRun> longest(List<SteadyRun> steadyRuns) {
        @Nullable SteadyRun longest = null;
        for (SteadyRun run : steadyRuns) {
            if (longest == null || run.windows() > longest.windows()) {
                longest = run;
            }
        }
        return Optional.ofNullable(longest);
    }

    private static List<String> keys(Set<Flag> flags) {
        List<String> keys = new ArrayList<>();
        for (Flag flag : flags) {
            keys.add(flag.key());
        }
        return keys;
    }
}
