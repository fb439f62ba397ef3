package freshlegs.coach.read;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Tells a database that is away from one that was asked wrongly. */
final class SqlTrouble {
    private static final Set<String> AWAY_CLASSES = Set.of("08", "53", "57");
    private static final Set<String> NOT_LAID_OUT = Set.of("42P01", "3F000", "3D000");

    private SqlTrouble() {}

    static RuntimeException toUnchecked(SQLException trouble) {
        String state = trouble.getSQLState() == null ? "" : trouble.getSQLState();
        if (NOT_LAID_OUT.contains(state)) {
            return new DatabaseAway(
                    "The database answers, but the warehouse has not laid out its tables there yet.", trouble);
        }
        boolean away = trouble instanceof SQLTransientConnectionException
                || (state.length() == 5 && AWAY_CLASSES.contains(state.substring(0, 2)));
        return away
                ? new DatabaseAway("The database does not answer.", trouble)
                : new IllegalStateException("the database refused a query: " + state, trouble);
    }
}
