package freshlegs.coach.page;

import freshlegs.coach.WaysIn;
import freshlegs.model.AthleteId;
import java.util.Optional;

/** How an athlete's files come in: on this page, by the inbox, by the address for tools. */
public record HandOver(boolean here, String inbox, Optional<String> address) {

    static HandOver of(WaysIn ways, AthleteId athlete) {
        return new HandOver(
                ways.uploads().isPresent(),
                ways.inbox()
                        .map(inbox -> inbox.resolve(athlete.value()).toString())
                        .orElse("inbox/" + athlete),
                ways.intake().map(address -> address + "/api/v1/athlete/0/activities"));
    }
}
