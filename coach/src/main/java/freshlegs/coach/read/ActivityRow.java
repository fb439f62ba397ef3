package freshlegs.coach.read;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a list of activities says of each; a row of the view {@code activity}. */
public record ActivityRow(
        String id,
        LocalDate date,
        Instant start,
        String sport,
        Optional<String> device,
        OptionalDouble distanceMetres,
        OptionalDouble timerSeconds,
        OptionalDouble movingSeconds,
        Optional<String> heartRateGrade,
        OptionalDouble decouplingPercent,
        Optional<String> problem) {

    static final String SELECT = """
            select fact_id, local_date, start, sport, device, distance_metres, timer_seconds, moving_seconds,
                   heart_rate_grade, decoupling_percent, problem
            from freshlegs.activity
            """;

    static ActivityRow read(Row row) throws SQLException {
        return new ActivityRow(
                row.text("fact_id"),
                row.date("local_date"),
                row.instant("start"),
                row.text("sport"),
                row.optionalText("device"),
                row.optionalNumber("distance_metres"),
                row.optionalNumber("timer_seconds"),
                row.optionalNumber("moving_seconds"),
                row.optionalText("heart_rate_grade"),
                row.optionalNumber("decoupling_percent"),
                row.optionalText("problem"));
    }
}
