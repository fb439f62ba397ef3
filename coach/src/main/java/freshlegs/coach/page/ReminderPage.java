package freshlegs.coach.page;

import freshlegs.coach.access.Reminder;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** When somebody wants to be reminded of check-ins, as a form. */
public record ReminderPage(
        String morningAt,
        List<Day> days,
        int afterRunHours,
        boolean saved,
        boolean channels,
        Optional<String> trouble) {
    private static final List<Integer> HOURS = List.of(1, 2, 3, 6, 12);

    /** A day of the week, and whether it is one of them. */
    public record Day(String key, String name, boolean chosen) {}

    public static ReminderPage of(
            Reminder reminder, boolean saved, boolean channels, Optional<String> trouble, Sayings sayings) {
        return new ReminderPage(
                reminder.morningAt().map(String::valueOf).orElse(""),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Day(
                                day.name(),
                                day.getDisplayName(TextStyle.SHORT, sayings.locale()),
                                reminder.days().contains(day)))
                        .toList(),
                reminder.afterRunHours().orElse(0),
                saved,
                channels,
                trouble);
    }

    /** The usual ones, and that which was chosen. */
    public List<Integer> hours() {
        return IntStream.concat(
                        HOURS.stream().mapToInt(Integer::intValue),
                        afterRunHours > 0 ? IntStream.of(afterRunHours) : IntStream.empty())
                .sorted()
                .distinct()
                .boxed()
                .toList();
    }
}
