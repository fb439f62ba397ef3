package freshlegs.coach.takeout;

import freshlegs.coach.access.OwnTables;
import freshlegs.coach.access.Sql;
import freshlegs.coach.page.Csv;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipOutputStream;

/** Somebody's rows of every table, all as they were at one moment, and the schemas of their lines. */
final class TakenRows {
    private static final int ROWS_AT_ONCE = 200;
    private static final String OUTBOX = "ledger.outbox";

    /** Secrets and addresses that work like one; what people see of them stands beside. */
    private static final Set<String> HIDDEN = Set.of("sha256", "password", "secret", "address");

    private static final String ROW = "select (to_jsonb(t) - '{" + String.join(",", HIDDEN) + "}'::text[])::text from ";

    private static final List<Sheet> SHEETS = List.of(
            new Sheet("days", "freshlegs.trend_day", "date"),
            new Sheet("activities", "freshlegs.activity_analysis", "date, fact_id, revision"),
            new Sheet("check-ins", "freshlegs.checkin", "local_date, fact_id"));

    private final Connection connection;
    private final ZipOutputStream zip;
    private final Whose whose;
    private final TreeMap<String, String> described = new TreeMap<>();

    private record Sheet(String name, String relation, String order) {}

    private TakenRows(Connection connection, ZipOutputStream zip, Whose whose) {
        this.connection = connection;
        this.zip = zip;
        this.whose = whose;
    }

    static void write(Connection connection, ZipOutputStream zip, Whose whose) throws SQLException, IOException {
        Sql.over(connection).update("set local timezone = 'UTC'");
        new TakenRows(connection, zip, whose).write();
    }

    private void write() throws SQLException, IOException {
        String athlete = whose.athlete().value();
        for (Sheet sheet : SHEETS) {
            sheet(sheet, athlete);
        }
        for (String table : OwnTables.ofAthletes(connection)) {
            lines("tables/", table, ROW + table + " t where t.athlete = ?" + notes(table), athlete);
        }
        lines(
                "tables/",
                OUTBOX,
                ROW + OUTBOX
                        + " t where t.episode_id in (select id from ledger.episode where athlete = ?) order by t.id",
                athlete);
        if (whose.account().isPresent()) {
            account(whose.account().get());
        }
        for (var relation : described.entrySet()) {
            Entry.text(
                    zip,
                    "schemas/" + relation.getKey() + ".schema.json",
                    RowSchema.of(relation.getValue(), HIDDEN, connection));
        }
    }

    private void account(String account) throws SQLException, IOException {
        lines("account/", "access.account", ROW + "access.account t where t.id = ?", account);
        for (String table : OwnTables.ofAccounts(connection)) {
            lines("account/", table, ROW + table + " t where t.account = ? order by 1", account);
        }
    }

    private String notes(String table) {
        return whose.herself() && table.equals("freshlegs.note_revision")
                ? " and (t.shared or (t.told_by ->> 'role' = 'ATHLETE'))"
                : "";
    }

    private void lines(String folder, String table, String select, String who) throws SQLException, IOException {
        described.put(table, table);
        Entry.begin(zip, folder + table + ".jsonl");
        stream(select, who, rows -> {
            while (rows.next()) {
                zip.write(rows.getString(1).getBytes(StandardCharsets.UTF_8));
                zip.write('\n');
            }
        });
        zip.closeEntry();
    }

    private void sheet(Sheet sheet, String athlete) throws SQLException, IOException {
        described.put(sheet.name() + ".csv", sheet.relation());
        Entry.begin(zip, sheet.name() + ".csv");
        stream(
                "select * from " + sheet.relation() + " where athlete = ? order by " + sheet.order(),
                athlete,
                rows -> spread(rows, zip));
        zip.closeEntry();
    }

    private static void spread(ResultSet rows, OutputStream out) throws SQLException, IOException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> fields = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            fields.add(columns.getColumnLabel(column));
        }
        out.write(Csv.line(fields).getBytes(StandardCharsets.UTF_8));
        while (rows.next()) {
            fields.clear();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                fields.add(Optional.ofNullable(rows.getString(column)).orElse(""));
            }
            out.write(Csv.line(fields).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What is done with rows while they come. */
    @FunctionalInterface
    private interface Rows {
        void write(ResultSet rows) throws SQLException, IOException;
    }

    /** A few rows at a time. */
    private void stream(String select, String who, Rows write) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            statement.setString(1, who);
            try (ResultSet rows = statement.executeQuery()) {
                write.write(rows);
            }
        }
    }
}
