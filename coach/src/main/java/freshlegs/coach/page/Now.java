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

    static Now of(SquadRow row, Voice voice, Days days) {
        boolean stale = row.lastDeliveryAt().map(days::isStale).orElse(true)
                || row.statusDate().map(days::isStale).orElse(true);
        Optional<String> why = row.why().map(voice.units()::prose);
        return new Now(
                row.athlete().value(),
                Standing.of(row.status(), stale, voice),
                why.orElse(voice.say("words.not-judged")),
                row.lowConfidence(),
                row.statusDate().map(voice::day).orElse(Numbers.NONE),
                row.lastDeliveryAt().map(at -> days.age(at, voice)).orElse(voice.say("words.never")),
                row.lastDeliveryAt().map(voice::moment).orElse(voice.say("words.no-file")),
                stale);
    }
}
