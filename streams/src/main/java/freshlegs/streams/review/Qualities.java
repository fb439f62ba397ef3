package freshlegs.streams.review;

import freshlegs.model.fact.CheckIn;
import java.util.ArrayList;
import java.util.List;

/** How good the athlete found the day's runs, 1 to 10 with 10 best, in the order of the runs. */
public final class Qualities {
    private Qualities() {}

    public static List<Integer> of(List<CheckIn> checkIns) {
        List<Integer> qualities = new ArrayList<>();
        for (CheckIn checkIn : checkIns) {
            if (checkIn instanceof CheckIn.AfterRun run) {
                run.quality().ifPresent(qualities::add);
            }
        }
        return qualities;
    }
}
