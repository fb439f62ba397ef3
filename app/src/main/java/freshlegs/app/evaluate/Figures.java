package freshlegs.app.evaluate;

import freshlegs.app.labelled.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The numbers of one method; what there were no days or cases for is left out. */
final class Figures {
    static final List<Integer> WITHIN_DAYS = List.of(7, 14, 21);

    private final List<Figure> figures = new ArrayList<>();

    private Figures() {}

    /** False alarms of {@code sound} days, detections and causes of {@code all}. */
    static List<Figure> of(Tally sound, Tally all) {
        Figures figures = new Figures();
        figures.falseAlarms(sound);
        Arrays.stream(Cause.values())
                .filter(Cause::isOverreaching)
                .filter(cause -> all.delays(cause).count() > 0)
                .forEach(cause -> figures.detections(word(cause), all.delays(cause)));
        return List.copyOf(figures.figures);
    }

    /** The same, and what only a method can be asked for that tells causes apart and says when it knows too little. */
    static List<Figure> ofOurs(Tally sound, Tally all) {
        Figures figures = new Figures();
        figures.figures.addAll(of(sound, all));
        figures.causes(all);
        return List.copyOf(figures.figures);
    }

    /** Those figures alone that tell of sound days. */
    static List<Figure> falseAlarmsOf(Tally sound) {
        Figures figures = new Figures();
        figures.falseAlarms(sound);
        return List.copyOf(figures.figures);
    }

    static String word(Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT);
    }

    private void falseAlarms(Tally sound) {
        if (sound.soundDays() == 0) {
            return;
        }
        double years = sound.soundYears();
        figures.add(Figure.rate("falseAmberPerAthleteYear", "false AMBER a year", sound.falseAmbers(), years));
        figures.add(Figure.rate("falseRedPerAthleteYear", "false RED a year", sound.falseReds(), years));
        figures.add(Figure.plain(
                "soundDaysInAlarm",
                "sound days in alarm",
                (double) sound.alarmDays() / sound.soundDays(),
                sound.alarmDays() + " of " + sound.soundDays() + " days"));
    }

    private void detections(String cause, Delays delays) {
        for (int days : WITHIN_DAYS) {
            figures.add(Figure.share(
                    cause + "DetectedWithin" + days + "Days",
                    cause + " seen within " + days + " days",
                    delays.within(days),
                    delays.count(),
                    "cases"));
        }
        delays.median()
                .ifPresent(days -> figures.add(Figure.plain(
                        cause + "MedianDelayDays", cause + " median delay, days", days, delays.count() + " cases")));
        figures.add(Figure.share(
                cause + "AlarmOpenAtOnset",
                cause + " with an alarm open before",
                delays.openAtOnset(),
                delays.count(),
                "cases"));
    }

    private void causes(Tally all) {
        Calls told = all.calls().getOrDefault(Calls.ILLNESS_TOLD, Calls.NONE);
        if (told.labels() > 0) {
            figures.add(Figure.share(
                    "illnessWithSymptomsCalledIllness",
                    "illness with symptoms called illness",
                    told.illness(),
                    told.labels(),
                    "illnesses"));
        }
        if (all.judgedDays() > 0) {
            figures.add(Figure.plain(
                    "unknownDayShare",
                    "days of which too little was known",
                    (double) all.unknownDays() / all.judgedDays(),
                    all.unknownDays() + " of " + all.judgedDays() + " days"));
        }
    }
}
