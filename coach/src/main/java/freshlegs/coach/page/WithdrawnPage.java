package freshlegs.coach.page;

import freshlegs.coach.read.ToldAlert;
import java.util.Optional;

/** The page of an alert that people know and that does not stand any more under its own name. */
public record WithdrawnPage(
        String id, String athlete, String cause, String span, Standing told, Optional<String> mergedInto) {

    public static WithdrawnPage of(ToldAlert alert, Voice voice) {
        return new WithdrawnPage(
                alert.id(),
                alert.athlete(),
                EpisodePage.causeInWords(alert.cause(), voice),
                voice.say("words.to", voice.day(alert.firstDay()), voice.day(alert.lastDay())),
                Standing.of(alert.told(), voice),
                alert.mergedInto());
    }
}
