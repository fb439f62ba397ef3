package freshlegs.coach.read;

import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/** One athlete as the squad view has it: how the latest judged day stands and when anything last arrived. */
public record SquadRow(
        AthleteId athlete,
        Status status,
        Optional<LocalDate> statusDate,
        Optional<String> why,
        boolean lowConfidence,
        Optional<Instant> lastDeliveryAt,
        Optional<LocalDate> lastDay,
        OptionalDouble load7d,
        OptionalDouble fitness,
        OptionalDouble fatigue,
        OptionalDouble form,
        int openEpisodes) {

    static final String SELECT = """
            select athlete, status, status_date, why, low_confidence, last_delivery_at, last_day,
                   load7d, fitness, fatigue, form, open_episodes
            from freshlegs.squad
            """;

    static SquadRow read(Row row) throws SQLException {
        return new SquadRow(
                row.athlete(),
                row.optionalText("status").map(Status::valueOf).orElse(Status.UNKNOWN),
                row.optionalDate("status_date"),
                row.optionalText("why"),
                row.flag("low_confidence"),
                row.optionalInstant("last_delivery_at"),
                row.optionalDate("last_day"),
                row.optionalNumber("load7d"),
                row.optionalNumber("fitness"),
                row.optionalNumber("fatigue"),
                row.optionalNumber("form"),
                row.whole("open_episodes"));
    }
}
