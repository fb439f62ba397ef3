package freshlegs.coach.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and ages in words, as seen at one moment. */
public final class Days {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    /** Nothing heard for longer than this: what is shown may no longer hold. */
    private static final Duration STALE = Duration.ofDays(3);

    private final Instant now;

    Days(Clock clock) {
        this.now = clock.instant();
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    static String dayCount(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    /** With a capital letter and a full stop. */
    static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    String age(Instant then) {
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min ago";
        }
        return age.toHours() < 48 ? age.toHours() + " h ago" : age.toDays() + " days ago";
    }

    boolean isStale(Instant then) {
        return Duration.between(then, now).compareTo(STALE) > 0;
    }

    /** A day is over at its end wherever the athlete is, so nothing is called stale too early. */
    boolean isStale(LocalDate day) {
        return isStale(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
