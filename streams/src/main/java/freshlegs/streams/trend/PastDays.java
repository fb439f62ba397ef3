package freshlegs.streams.trend;

import freshlegs.model.result.TrendDay;
import freshlegs.model.result.TrendDay.Kind;
import freshlegs.streams.load.LoadDay;
import java.util.List;

/** The days up to yesterday, oldest first and without gaps: what their trends were, what was trained, how the nights were. */
public record PastDays(List<TrendDay> days, List<LoadDay> loads, List<? extends Recovery> recoveries) {

    public PastDays {
        if (days.size() != loads.size() || days.size() != recoveries.size()) {
            throw new IllegalArgumentException("the days must be the same");
        }
    }

    int count() {
        return days.size();
    }

    /** The number of days back, at most {@code most}, that the season reaches. */
    int within(int most) {
        return Math.min(most, days.size());
    }

    /** Whether the season is that old; yesterday is 1. */
    boolean has(int daysBack) {
        return daysBack <= days.size();
    }

    TrendDay trend(int daysBack) {
        return days.get(days.size() - daysBack);
    }

    LoadDay load(int daysBack) {
        return loads.get(loads.size() - daysBack);
    }

    Recovery recovery(int daysBack) {
        return recoveries.get(recoveries.size() - daysBack);
    }

    /** How many of the {@code span} days that end today were not heard of; those before the season's first are among them. */
    int missing(int span, Kind today) {
        int missing = today == Kind.MISSING ? 1 : 0;
        for (int back = 1; back < span; back++) {
            if (!has(back) || trend(back).kind() == Kind.MISSING) {
                missing++;
            }
        }
        return missing;
    }
}
