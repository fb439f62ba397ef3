package freshlegs.app.service;

import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import java.sql.SQLException;
import java.util.List;

/** Counts the corrections of what people state. */
public final class Edits {
    private Edits() {}

    /** The number of the next edit of a fact, one above all that the table knows. */
    public static int next(String table, AthleteId athlete, String factId, DatabaseAddress database)
            throws SQLException {
        return Query.of(
                        List.of("edit"),
                        "(select coalesce(max(edit) + 1, 0) as edit from freshlegs." + table
                                + " where athlete = ? and fact_id = ?) known")
                .with(athlete.value(), factId)
                .ask(database)
                .objects()
                .map(row -> Integer.parseInt(Show.text(row, "edit")))
                .findFirst()
                .orElse(0);
    }
}
