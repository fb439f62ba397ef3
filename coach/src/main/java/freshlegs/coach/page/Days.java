package freshlegs.coach.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Days and ages in words, as seen at one moment. */
public final class Days {
    /** Nothing heard for longer than this: what is shown may no longer hold. */
    private static final Duration STALE = Duration.ofDays(3);

    private final Instant now;

    Days(Clock clock) {
        this.now = clock.instant();
    }

    /** With a capital letter and a full stop. */
    static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    String age(Instant then, Voice voice) {
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            return voice.say("words.age.now");
        }
        if (age.toHours() < 1) {
            return voice.say("words.age.minutes", age.toMinutes());
        }
        return age.toHours() < 48
                ? voice.say("words.age.hours", age.toHours())
                : voice.say("words.age.days", age.toDays());
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
