package freshlegs.ingest.relay;

import freshlegs.ingest.workout.WorkoutFile;
import freshlegs.model.AthleteId;
import java.time.LocalDate;
import java.util.Base64;

/** A planned workout as intervals.icu's calendar takes it, with its names; {@code external_id} is ours, one for each day. */
record CalendarEvent(
        String category,
        String start_date_local,
        String type,
        String name,
        String filename,
        String file_contents_base64,
        String external_id) {
    private static final int DATE_LENGTH = 10;

    /** One that is to be deleted. */
    record Id(String external_id) {}

    static CalendarEvent of(AthleteId athlete, WorkoutFile file) {
        return new CalendarEvent(
                "WORKOUT",
                file.date() + "T00:00:00",
                "Run",
                file.label().name(),
                file.name(),
                Base64.getEncoder().encodeToString(file.content()),
                externalId(athlete, file.date()));
    }

    static String externalId(AthleteId athlete, LocalDate date) {
        return "freshlegs-" + athlete + "-" + date;
    }

    static LocalDate dateOf(String externalId) {
        return LocalDate.parse(externalId.substring(externalId.length() - DATE_LENGTH));
    }
}
