package freshlegs.coach.calendar;

import freshlegs.model.AthleteId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What is kept of a calendar's address: everything but its secret. */
public record Calendar(String id, AthleteId athlete, String name, Instant createdAt, Optional<LocalDate> lastReadOn) {}
