package freshlegs.coach.page;

import java.time.Instant;
import java.time.LocalDate;

/** How somebody is spoken to: in which units and in which language. */
public record Voice(Units units, Sayings sayings) {

    public static Voice english(Units units) {
        return new Voice(units, Sayings.english());
    }

    public String say(String key, Object... details) {
        return sayings.say(key, details);
    }

    /** A day with its year. */
    String day(LocalDate day) {
        return sayings.day(day);
    }

    /** A day without its year. */
    String shortDay(LocalDate day) {
        return sayings.shortDay(day);
    }

    String moment(Instant moment) {
        return sayings.moment(moment);
    }
}
