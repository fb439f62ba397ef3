package freshlegs.coach.page;

import freshlegs.coach.read.SquadRow;
import java.util.Optional;

/** How an athlete stands now: status, one sentence why, and how old what that rests on is. */
public record Now(
        String athlete,
        Standing standing,
        String why,
        boolean lowConfidence,
        String asOf,
        String syncAge,
        String syncMoment,
        boolean stale) {

    static Now of(SquadRow row, Units units, Days days) {
        boolean stale = row.lastDeliveryAt().map(days::isStale).orElse(true)
                || row.statusDate().map(days::isStale).orElse(true);
        Optional<String> why = row.why().map(units::prose);
        return new Now(
                row.athlete().value(),
                Standing.of(row.status(), stale),
                why.orElse("Nothing has been judged yet."),
                row.lowConfidence(),
                row.statusDate().map(Days::day).orElse(Numbers.NONE),
                row.lastDeliveryAt().map(days::age).orElse("never"),
                row.lastDeliveryAt().map(Days::moment).orElse("no file has arrived yet"),
                stale);
    }
}
