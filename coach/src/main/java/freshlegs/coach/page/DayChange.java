package freshlegs.coach.page;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.result.Prescription;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What was changed of a coming session, said to its athlete: before and after, calmly why, until when, and who decided. */
public record DayChange(
        String isoDate, String day, String before, String after, boolean stays, String why, List<String> who) {
    /** Of these the plan's own reason speaks to the coach. */
    private static final Set<AdjustmentCause> CALMLY =
            Set.of(AdjustmentCause.FATIGUE, AdjustmentCause.ILLNESS, AdjustmentCause.SAFETY);

    static Optional<DayChange> of(Prescription day, LocalDate today, Voice voice) {
        return day.adjustment().flatMap(adjustment -> PlanChange.of(day, today, voice)
                .map(change -> of(day, adjustment, change, voice)));
    }

    private static DayChange of(Prescription day, Adjustment adjustment, PlanChange change, Voice voice) {
        return new DayChange(
                change.isoDate(),
                change.day(),
                change.before(),
                change.after(),
                change.kept(),
                String.join(" ", why(adjustment, change, voice), change.until()).strip(),
                who(day, change, voice));
    }

    private static String why(Adjustment adjustment, PlanChange change, Voice voice) {
        return CALMLY.contains(adjustment.cause())
                ? voice.say("day.because." + adjustment.cause().name().toLowerCase(Locale.ROOT))
                : change.reason();
    }

    private static List<String> who(Prescription day, PlanChange change, Voice voice) {
        if (change.decided()) {
            return change.said();
        }
        return Stream.concat(Stream.of(voice.say(rules(day, change))), change.said().stream())
                .toList();
    }

    /** Nobody runs past an illness or a stop. */
    private static String rules(Prescription day, PlanChange change) {
        if (change.binding()) {
            return "day.who.binding";
        }
        return day.proposed() ? "day.who.proposed" : "day.who.plan";
    }
}
