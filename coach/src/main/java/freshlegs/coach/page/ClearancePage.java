package freshlegs.coach.page;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.result.Prescription;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Leave to train again after a warning sign: since when training is {@code stopped}, whether it was {@code givenToday}, and who may give
 * it, which with a coach is not the athlete herself.
 */
public record ClearancePage(
        String athlete,
        Optional<String> stopped,
        boolean givenToday,
        Who who,
        boolean pending,
        String typed,
        Optional<String> problem) {
    /** Whether whoever looks may give leave, and why not. */
    public enum Who {
        MAY,
        COACH_DOES,
        LOOKS_ON,
        NOT_HERE;

        public String key() {
            return "clearance.who." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What is read for it: what is believed of the last weeks, the last day from which leave was given, and today's session. */
    public record Material(
            LocalDate today, List<CheckIn> told, Optional<LocalDate> cleared, Optional<Prescription> plan, Who who) {}

    /** What was just said: whether it is on its way, or as it was {@code typed} and why it was not taken. */
    public record Saying(boolean pending, String typed, Optional<String> problem) {}

    public static ClearancePage of(AthleteId athlete, Material read, Saying saying, Voice voice) {
        Optional<Held> held = Held.of(read.told(), read.cleared(), read.plan(), read.today())
                .filter(one -> one.kind() == Held.Kind.STOP);
        return new ClearancePage(
                athlete.value(),
                held.map(one -> voice.shortDay(one.since().orElse(read.today()))),
                read.cleared().filter(read.today()::equals).isPresent(),
                read.who(),
                saying.pending(),
                saying.typed(),
                saying.problem());
    }
}
