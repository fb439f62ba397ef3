package freshlegs.coach.page;

import freshlegs.model.result.Prescription;
import freshlegs.model.result.Prescription.Adjustment;
import freshlegs.model.result.Workout;
import java.util.Locale;

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

    static Session of(Prescription day) {
        return new Session(
                day.date().toString(),
                Days.shortDay(day.date()),
                words(day.planned()),
                words(day.prescribed()),
                day.adjustment().isPresent(),
                day.prescribed().hard(),
                day.adjustment().map(Adjustment::kind).map(Session::word).orElse("as planned"),
                day.adjustment().map(Adjustment::reason).orElse(""));
    }

    private static String words(Workout workout) {
        boolean timeSaysMore = workout.minutes() > 0 && !workout.title().contains("min");
        return timeSaysMore ? workout.title() + ", " + Numbers.minutes(workout.minutes()) : workout.title();
    }

    private static String word(Adjustment.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
