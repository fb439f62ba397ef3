package freshlegs.coach.page;

import freshlegs.coach.read.ToldAlert;
import java.util.Optional;

/** The page of an alert that people know and that does not stand any more under its own name. */
public record WithdrawnPage(
        String id, String athlete, String cause, String span, Standing told, Optional<String> mergedInto) {

    public static WithdrawnPage of(ToldAlert alert) {
        return new WithdrawnPage(
                alert.id(),
                alert.athlete(),
                EpisodePage.causeInWords(alert.cause()),
                Days.day(alert.firstDay()) + " to " + Days.day(alert.lastDay()),
                Standing.of(alert.told()),
                alert.mergedInto());
    }
}
