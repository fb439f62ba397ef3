package freshlegs.coach.page;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** When somebody wants to be told, in a form, and what is held back from them now. */
public record MannersPage(Form form, List<Line> held, boolean saved, Optional<String> trouble) {
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            .sorted()
            .toList();

    /** What stands in the form, as it was entered. */
    public record Form(
            String zone, String toldAt, String quietFrom, String quietTo, String weeklyBudget, String reviewOn) {}

    /** One message that waits: of which alert, what it says, and why it is not told yet. */
    public record Line(String alert, String what, String why) {}

    /** All there are, and the one that is chosen however it is called. */
    public List<String> zones() {
        return Stream.concat(Stream.of("UTC", form.zone()), ZONES.stream())
                .distinct()
                .toList();
    }

    public List<DayOfWeek> days() {
        return List.of(DayOfWeek.values());
    }

    public static String day(DayOfWeek day, Locale locale) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    /** One message that waits, in words; {@code reason} is {@code digest}, {@code quiet} or {@code budget}. */
    public static Line line(
            String alert, String athlete, String step, String status, String cause, String why, Sayings sayings) {
        boolean changed = step.equals("GONE") || step.equals("BACK");
        return new Line(
                alert,
                sayings.say(
                        "messages.title." + (changed ? step.toLowerCase(Locale.ROOT) : "alert"),
                        athlete,
                        sayings.say("messages.status." + status),
                        sayings.say("messages.cause." + cause)),
                why);
    }

    /** Why one waits and until when, as the clocks of its reader show. */
    public static String why(String reason, Instant until, ZoneId zone, Sayings sayings) {
        return sayings.say("manners.held." + reason, moment(until, zone, sayings));
    }

    /** How many wait for the same reason until the same moment. */
    public static String tally(String reason, long messages, Instant until, ZoneId zone, Sayings sayings) {
        return sayings.say("manners.tally." + reason, messages, moment(until, zone, sayings));
    }

    private static String moment(Instant until, ZoneId zone, Sayings sayings) {
        var local = until.atZone(zone);
        return sayings.calendar("manners.moment").format(local.withZoneSameLocal(ZoneOffset.UTC));
    }
}
