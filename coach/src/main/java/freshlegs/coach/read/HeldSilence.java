package freshlegs.coach.read;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** A silence that holds, until a day or until it is lifted. */
public record HeldSilence(String about, Optional<LocalDate> until, Optional<String> reason) {
    /** Of an athlete, at a moment. */
    static final String SELECT = """
            select about, until, reason from freshlegs.silence
            where athlete = ? and ledger.local_day(athlete, ?) between local_date and coalesce(until, 'infinity')
            order by about
            """;

    static HeldSilence read(Row row) throws SQLException {
        return new HeldSilence(row.text("about"), row.optionalDate("until"), row.optionalText("reason"));
    }
}
