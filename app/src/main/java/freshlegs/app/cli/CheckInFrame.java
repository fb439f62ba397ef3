package freshlegs.app.cli;

import freshlegs.model.AthleteId;
import java.time.Instant;
import java.time.LocalDate;

/** Of whom and of which day something is told, and when. */
record CheckInFrame(AthleteId athlete, LocalDate day, Instant now) {}
