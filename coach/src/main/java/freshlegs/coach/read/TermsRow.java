package freshlegs.coach.read;

import freshlegs.model.fact.PlanTerms;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** A row of {@code plan_terms}. */
public record TermsRow(
        LocalDate from,
        List<DayOfWeek> days,
        DayOfWeek longRun,
        PlanTerms.Mode mode,
        int mostChangesAWeek,
        boolean ended) {

    static final String SELECT = """
            select local_date, days, long_run, mode, most_changes_a_week, ended
            from freshlegs.plan_terms where athlete = ? order by local_date desc
            """;

    static TermsRow read(Row row) throws SQLException {
        return new TermsRow(
                row.date("local_date"),
                row.jsonList("days", DayOfWeek.class),
                row.constant("long_run", DayOfWeek.class),
                row.constant("mode", PlanTerms.Mode.class),
                row.whole("most_changes_a_week"),
                row.flag("ended"));
    }
}
