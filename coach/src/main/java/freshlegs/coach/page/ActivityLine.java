package freshlegs.coach.page;

import freshlegs.model.result.ActivityAnalysis;
import java.util.Locale;

/** One activity in a list: when, what, how long, how far, how hard. */
public record ActivityLine(
        String fact,
        String revision,
        String isoDate,
        String day,
        String sport,
        String kind,
        boolean hard,
        String distance,
        String time,
        String pace,
        String heartRate,
        String load) {

    static ActivityLine of(ActivityAnalysis activity, Voice voice) {
        RunWords words = new RunWords(voice.units());
        return new ActivityLine(
                activity.factId(),
                activity.revision(),
                activity.date().toString(),
                voice.day(activity.date()),
                activity.sport().name().toLowerCase(Locale.ROOT),
                activity.kind().name().toLowerCase(Locale.ROOT),
                activity.hard(),
                activity.distanceMetres() > 0 ? words.distance(activity.distanceMetres()) : Numbers.NONE,
                RunWords.time(activity.timerSeconds()),
                words.perKilometre(activity.paceSecondsPerKilometre()),
                RunWords.bpm(activity.heartRateBpm()),
                Numbers.whole(activity.load()));
    }
}
