package freshlegs.coach.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The tables that speak of athletes or accounts, as the database itself has them: every table with a column of that name. So one that
 * is added later is given with everything else that is known of somebody, and erased with it, without being named here.
 */
public final class OwnTables {
    /** The names that a statement takes as they are. Where it points to others is emptied before them. */
    private static final String WITH = """
            select format('%I.%I', t.table_schema, t.table_name) as name
            from information_schema.tables t
                     join information_schema.columns c
                          on c.table_schema = t.table_schema and c.table_name = t.table_name and c.column_name = ?
            where t.table_type = 'BASE TABLE' and t.table_schema in ('freshlegs', 'ledger', 'access')
              and (t.table_schema, t.table_name) <> ('access', 'leaving')
            order by (select count(*) from pg_constraint k
                      where k.contype = 'f' and k.conrelid = format('%I.%I', t.table_schema, t.table_name)::regclass
                        and k.confrelid <> 'access.account'::regclass) desc, 1
            """;

    private static final String POINTING_AT = """
            select k.conrelid::regclass::text as name, format('%I', a.attname) as place
            from pg_constraint k
                     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
            where k.contype = 'f' and array_length(k.conkey, 1) = 1 and k.confrelid = ?::regclass
            order by 1, 2
            """;

    private OwnTables() {}

    /** A column of another table. */
    record Pointer(String table, String column) {}

    public static List<String> ofAthletes(Connection connection) throws SQLException {
        return with("athlete", connection);
    }

    public static List<String> ofAccounts(Connection connection) throws SQLException {
        return with("account", connection);
    }

    private static List<String> with(String column, Connection connection) throws SQLException {
        return Sql.over(connection).list(WITH, row -> row.getString("name"), column);
    }

    /** Columns that point at rows of a table. */
    static List<Pointer> pointingAt(String table, Connection connection) throws SQLException {
        return Sql.over(connection)
                .list(POINTING_AT, row -> new Pointer(row.getString("name"), row.getString("place")), table);
    }
}
