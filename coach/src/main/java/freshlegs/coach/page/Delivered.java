package freshlegs.coach.page;

import freshlegs.model.fact.ActivityBrief;
import freshlegs.model.result.FileOutcome;
import java.util.Locale;
import java.util.stream.Collectors;

/** One file that arrived and what became of it. */
public record Delivered(String arrived, String path, String outcome, boolean good, String remark) {

    static Delivered of(FileOutcome file) {
        String held = file.activities().stream().map(Delivered::words).collect(Collectors.joining("; "));
        return new Delivered(
                Days.moment(file.receivedAt()),
                file.path(),
                file.outcome().key().replace('-', ' '),
                file.outcome() == FileOutcome.Outcome.IMPORTED || file.outcome() == FileOutcome.Outcome.DUPLICATE,
                file.reason().orElse(held.isEmpty() ? "wellness readings or check-ins" : held));
    }

    private static String words(ActivityBrief activity) {
        String sport = activity.sport().name().toLowerCase(Locale.ROOT);
        String distance = activity.distanceMetres().isPresent()
                ? ", " + Numbers.kilometres(activity.distanceMetres().getAsDouble())
                : "";
        return sport + " on " + Days.shortDay(activity.localDate()) + distance + ", "
                + Numbers.minutes((int) Math.round(activity.timerSeconds() / 60));
    }
}
