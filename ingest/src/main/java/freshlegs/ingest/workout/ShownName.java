package freshlegs.ingest.workout;

import freshlegs.ingest.fit.WrittenWorkout;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a watch lists: the day and the title, as {@code Nov 28 Easy 40 min + strides} where all of the title is too long. */
final class ShownName {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d ", Locale.ENGLISH);
    private static final String HOW_MANY_STRIDES = "\\d+ × \\d+ s ";

    private ShownName() {}

    static String of(LocalDate date, String title) {
        String whole = DAY.format(date) + title;
        boolean isLong = whole.length() > WrittenWorkout.LONGEST_NAME;
        String shown = isLong ? whole.replace(" with ", " + ").replaceAll(HOW_MANY_STRIDES, "") : whole;
        return PlainText.of(shown, WrittenWorkout.LONGEST_NAME);
    }
}
