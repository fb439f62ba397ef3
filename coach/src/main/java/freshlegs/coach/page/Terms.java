package freshlegs.coach.page;

import freshlegs.coach.read.TermsRow;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;

/** The terms of a plan in words. */
final class Terms {
    private Terms() {}

    static String words(TermsRow terms, Voice voice) {
        String days = terms.days().stream()
                .sorted()
                .map(day -> shortName(day, voice.sayings().locale()))
                .collect(Collectors.joining(", "));
        return voice.say(
                        "plan.terms",
                        days,
                        shortName(terms.longRun(), voice.sayings().locale())) + " "
                + voice.say("plan.terms." + terms.mode().key());
    }

    private static String shortName(DayOfWeek day, Locale locale) {
        return day.getDisplayName(TextStyle.SHORT, locale);
    }

    /** As forms send it. */
    static String shortName(DayOfWeek day) {
        return shortName(day, Locale.ENGLISH);
    }
}
