package freshlegs.coach.page;

import freshlegs.model.plan.Adjustment;
import freshlegs.model.result.Prescription;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One planned day in words: what was planned, what is left of it, and why they differ. */
public record Session(
        String isoDate,
        String day,
        String planned,
        String prescribed,
        boolean changed,
        boolean hard,
        String change,
        String reason) {

    static Session of(Prescription day, Voice voice) {
        return new Session(
                day.date().toString(),
                voice.shortDay(day.date()),
                PlanChange.words(day.planned()),
                PlanChange.words(day.prescribed()),
                isChanged(day),
                day.prescribed().hard(),
                day.adjustment()
                        .filter(adjustment -> isChanged(day))
                        .map(Adjustment::kind)
                        .map(kind -> PlanChange.kind(kind, voice))
                        .orElse(voice.say("plan.as-planned")),
                voice.units().prose(reason(day)));
    }

    /** An adjustment that a person did not want leaves the session as it was planned. */
    private static boolean isChanged(Prescription day) {
        return day.adjustment().isPresent() && !day.prescribed().equals(day.planned());
    }

    /** Why it was adjusted, and what people decided about that. */
    private static String reason(Prescription day) {
        return Stream.concat(
                        day.adjustment().map(Adjustment::reason).stream(),
                        day.decisions().stream().map(decided -> decided.said() + "."))
                .collect(Collectors.joining(" "));
    }
}
