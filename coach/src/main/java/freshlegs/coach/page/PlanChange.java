package freshlegs.coach.page;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.plan.Workout;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.Prescription.Decided.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was done to a planned session, or is proposed, as before and after, why and until when, and what people decided about it.
 * {@code standing} is what became of it in a word or two, {@code open} whether there is still something to decide, {@code decided} whether somebody has.
 */
public record PlanChange(
        String isoDate,
        String day,
        String kind,
        String standing,
        String before,
        String after,
        String reason,
        String until,
        List<String> said,
        boolean proposed,
        boolean kept,
        boolean open,
        boolean binding,
        boolean decided,
        AdjustmentCause cause,
        String revision) {

    static Optional<PlanChange> of(Prescription day, LocalDate today, Voice voice) {
        return day.adjustment().map(adjustment -> of(day, adjustment, today, voice));
    }

    private static PlanChange of(Prescription day, Adjustment adjustment, LocalDate today, Voice voice) {
        Workout after = Optional.ofNullable(adjustment.instead())
                .filter(instead -> day.proposed())
                .orElse(day.prescribed());
        boolean decided = day.decisions().stream()
                .anyMatch(said -> said.standing() == Standing.IN_FORCE && said.cause() == adjustment.cause());
        return new PlanChange(
                day.date().toString(),
                voice.shortDay(day.date()),
                kind(adjustment.kind(), voice),
                standing(day, adjustment, voice),
                words(day.planned()),
                words(after),
                voice.units().prose(adjustment.reason()),
                Optional.ofNullable(adjustment.until())
                        .flatMap(until -> until)
                        .map(last -> voice.say("plan.until", voice.shortDay(last)))
                        .orElse(""),
                day.decisions().stream().map(said -> said.said() + ".").toList(),
                day.proposed(),
                !day.proposed() && day.prescribed().equals(day.planned()),
                !day.date().isBefore(today),
                adjustment.cause().isBinding(),
                decided,
                adjustment.cause(),
                adjustment.revision());
    }

    /** A session by its title, with its length where the title has none. */
    public static String words(Workout workout) {
        boolean timeSaysMore = workout.minutes() > 0 && !workout.title().contains("min");
        return timeSaysMore ? workout.title() + ", " + Numbers.minutes(workout.minutes()) : workout.title();
    }

    static String kind(Adjustment.Kind kind, Voice voice) {
        return voice.say("plan.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    /** What became of it, in a word or two. */
    private static String standing(Prescription day, Adjustment adjustment, Voice voice) {
        if (day.proposed()) {
            return voice.say("plan.proposed");
        }
        return day.prescribed().equals(day.planned()) ? voice.say("plan.kept") : kind(adjustment.kind(), voice);
    }
}
