package freshlegs.app.plan;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.problem.Problem;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Days of the week as people write them: {@code Tue,Thu,Sat,Sun}. */
public final class TrainingDays {
    private static final int SHORTEST = 2;

    private TrainingDays() {}

    public static Set<DayOfWeek> parse(String what, String text) {
        Set<DayOfWeek> days = new TreeSet<>();
        for (String word : text.split(",", -1)) {
            days.add(day(what, word.strip()));
        }
        return Collections.unmodifiableSet(days);
    }

    /** Two letters are enough. */
    public static DayOfWeek day(String what, String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (word.length() >= SHORTEST && day.name().startsWith(word.toUpperCase(Locale.ROOT))) {
                return day;
            }
        }
        throw Problem.wrongUse(what + " must name days of the week such as Tue or Sun, not \"" + word + "\".");
    }

    /** From a JSON array of their names. */
    static Set<DayOfWeek> stored(JsonNode names) {
        Set<DayOfWeek> days = new TreeSet<>();
        names.forEach(name -> days.add(DayOfWeek.valueOf(name.asText())));
        return Collections.unmodifiableSet(days);
    }

    /** {@code Tue, Thu, Sat, Sun}. */
    public static String text(Set<DayOfWeek> days) {
        return days.stream().sorted().map(TrainingDays::text).collect(Collectors.joining(", "));
    }

    public static String text(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
