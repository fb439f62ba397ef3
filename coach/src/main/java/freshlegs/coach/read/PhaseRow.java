package freshlegs.coach.read;

import java.sql.SQLException;
import java.time.LocalDate;

/** A row of {@code planned_phase}: what somebody said of some days before, such as travel or heat. */
public record PhaseRow(LocalDate firstDay, LocalDate lastDay, String phase) {

    static final String SELECT = """
            select local_date, last_day, phase from freshlegs.planned_phase
            where athlete = ? and local_date <= ? and last_day >= ?
            order by local_date, phase
            """;

    static PhaseRow read(Row row) throws SQLException {
        return new PhaseRow(row.date("local_date"), row.date("last_day"), row.text("phase"));
    }
}
