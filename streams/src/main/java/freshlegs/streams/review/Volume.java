package freshlegs.streams.review;

import freshlegs.model.result.WeekReview.Change;
import freshlegs.model.result.WeekReview.Direction;
import freshlegs.model.result.WeekReview.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was trained in a week, in words: distance and runs, and where that differs from usual. */
final class Volume {
    private Volume() {}

    /** Empty when nothing was. */
    static String of(Told week) {
        List<String> parts = new ArrayList<>();
        Change distance = week.of(Quantity.DISTANCE);
        Change load = week.of(Quantity.LOAD);
        double runs = week.of(Quantity.RUNS).value().orElse(0);
        if (runs > 0) {
            parts.add(Words.number(distance.value().orElse(0)) + " km in " + Words.counted(runs, "run", "runs"));
            against(distance, "").ifPresent(parts::add);
        }
        if (runs == 0 && load.value().orElse(0) > 0) {
            parts.add("load " + Words.number(load.value().orElse(0)));
            against(load, "").ifPresent(parts::add);
        } else if (!Told.isNamed(distance)) {
            against(load, "load ").ifPresent(parts::add);
        }
        Change hard = week.of(Quantity.HARD_DAYS);
        if (Told.isNamed(hard)) {
            parts.add(Words.counted(hard.value().orElse(0), "hard day", "hard days") + ", usually "
                    + Words.number(hard.usual().orElse(0)));
        }
        return String.join(", ", parts);
    }

    private static Optional<String> against(Change change, String what) {
        return Told.isNamed(change)
                ? Optional.of(what + Words.number(Told.difference(change))
                        + (change.direction() == Direction.ROSE ? " more" : " less") + " than usual")
                : Optional.empty();
    }
}
