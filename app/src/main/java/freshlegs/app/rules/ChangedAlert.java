package freshlegs.app.rules;

import freshlegs.model.result.Episode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One alert that other rules gain, lose or see otherwise; at least one side is there. */
public record ChangedAlert(Optional<Episode> before, Optional<Episode> after) {

    /**
     * How one athlete's alerts differ. Of one cause, those that share a day are one alert; it has changed when its status, first day,
     * last day or being open has.
     */
    public static List<ChangedAlert> between(List<Episode> before, List<Episode> after) {
        List<Episode> lost = new ArrayList<>(before);
        List<ChangedAlert> changed = new ArrayList<>();
        for (Episode now : after) {
            Optional<Episode> was =
                    lost.stream().filter(old -> shareADay(old, now)).findFirst();
            was.ifPresent(lost::remove);
            if (was.isEmpty() || !isSame(was.get(), now)) {
                changed.add(new ChangedAlert(was, Optional.of(now)));
            }
        }
        lost.forEach(old -> changed.add(new ChangedAlert(Optional.of(old), Optional.empty())));
        changed.sort(Comparator.comparing(
                        (ChangedAlert alert) -> alert.shown().athlete().value())
                .thenComparing(alert -> alert.shown().firstDay())
                .thenComparing(alert -> alert.shown().cause()));
        return changed;
    }

    /** {@code gained}, {@code lost} or {@code changed}. */
    public String word() {
        return before.isEmpty() ? "gained" : after.isEmpty() ? "lost" : "changed";
    }

    /** As it stands now; a lost one as it stood. */
    public Episode shown() {
        return after.orElseGet(before::orElseThrow);
    }

    private static boolean shareADay(Episode one, Episode other) {
        return one.cause() == other.cause()
                && !one.lastDay().isBefore(other.firstDay())
                && !other.lastDay().isBefore(one.firstDay());
    }

    private static boolean isSame(Episode one, Episode other) {
        return one.status() == other.status()
                && one.firstDay().equals(other.firstDay())
                && one.lastDay().equals(other.lastDay())
                && one.open() == other.open();
    }
}
