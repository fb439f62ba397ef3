package freshlegs.coach.calendar;

import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/** An event as calendars were told it last: {@code sequence} counts its changes, {@code changedAt} is when the last one was told. */
public record ToldEvent(PlannedEvent event, boolean cancelled, int sequence, Instant changedAt) {
    private static final int UID_LENGTH = 32;

    LocalDate date() {
        return event.date();
    }

    /** The same for an athlete's day whatever becomes of it; it names nobody. */
    String uid(AthleteId athlete) {
        byte[] name = ("freshlegs calendar " + athlete + " " + date()).getBytes(StandardCharsets.UTF_8);
        return ContentHash.of(name).substring(0, UID_LENGTH) + "@freshlegs";
    }
}
