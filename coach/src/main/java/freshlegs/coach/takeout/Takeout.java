package freshlegs.coach.takeout;

import freshlegs.coach.Leaving;
import freshlegs.coach.access.OwnTables;
import freshlegs.coach.access.Visitor;
import freshlegs.coach.page.Csv;
import freshlegs.coach.read.Database;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes everything that is known of an athlete into a zip while it is read: her rows of every table as lines of JSON, days,
 * activities and check-ins as tables for spreadsheets besides, and her original files. Nothing of it is ever held whole.
 */
public final class Takeout {
    private static final int ROWS_AT_ONCE = 200;
    /** Secrets and addresses that work like one; what people see of them stands beside. */
    private static final String HIDDEN = "'{sha256,password,secret,address}'::text[]";

    private static final List<Sheet> SHEETS = List.of(
            new Sheet("days.csv", "select * from freshlegs.trend_day where athlete = ? order by date"),
            new Sheet(
                    "activities.csv",
                    "select * from freshlegs.activity_analysis where athlete = ? order by date, fact_id, revision"),
            new Sheet(
                    "check-ins.csv", "select * from freshlegs.checkin where athlete = ? order by local_date, fact_id"));

    private final Database database;
    private final Optional<Leaving> files;

    private record Sheet(String name, String select) {}

    /** Without {@code files} they are kept by another process, and the zip says so. */
    public Takeout(Database database, Optional<Leaving> files) {
        this.database = database;
        this.files = files;
    }

    /** All that {@code reader} may have: notes that were written for others than her are left out where it is she. */
    public void write(AthleteId athlete, Visitor reader, Instant now, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        text(zip, "README.txt", Readme.of(athlete, now, files.isPresent()));
        for (Sheet sheet : SHEETS) {
            entry(zip, sheet.name());
            stream(sheet.select(), athlete.value(), rows -> sheet(rows, zip));
            zip.closeEntry();
        }
        for (String table : tables(OwnTables::ofAthletes)) {
            lines(zip, "tables/" + table + ".jsonl", rowsOf(table, "t.athlete = ?", athlete, reader), athlete.value());
        }
        lines(
                zip,
                "tables/ledger.outbox.jsonl",
                "select to_jsonb(t)::text from ledger.outbox t"
                        + " where t.episode_id in (select id from ledger.episode where athlete = ?) order by t.id",
                athlete.value());
        if (reader.signedIn()) {
            account(zip, reader.account());
        }
        originals(zip, athlete);
        zip.finish();
    }

    private void account(ZipOutputStream zip, String account) throws IOException {
        lines(
                zip,
                "account/account.jsonl",
                "select (to_jsonb(t) - " + HIDDEN + ")::text from access.account t where id = ?",
                account);
        for (String table : tables(OwnTables::ofAccounts)) {
            lines(
                    zip,
                    "account/" + table + ".jsonl",
                    "select (to_jsonb(t) - " + HIDDEN + ")::text from " + table + " t where account = ? order by 1",
                    account);
        }
    }

    private void originals(ZipOutputStream zip, AthleteId athlete) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        files.get().originals(athlete, (name, receivedAt, content) -> {
            ZipEntry entry = new ZipEntry("originals/" + name);
            entry.setLastModifiedTime(FileTime.from(receivedAt));
            zip.putNextEntry(entry);
            content.transferTo(zip);
            zip.closeEntry();
        });
    }

    private static String rowsOf(String table, String where, AthleteId athlete, Visitor reader) {
        boolean herself = reader.speaker(athlete).role() == Person.Role.ATHLETE;
        String notes = herself && table.equals("freshlegs.note_revision")
                ? " and (t.shared or (t.told_by ->> 'role' = 'ATHLETE'))"
                : "";
        return "select (to_jsonb(t) - " + HIDDEN + ")::text from " + table + " t where " + where + notes;
    }

    private List<String> tables(Database.Work<List<String>> which) {
        return database.write(which);
    }

    private void lines(ZipOutputStream zip, String name, String select, String whose) throws IOException {
        entry(zip, name);
        stream(select, whose, rows -> {
            while (rows.next()) {
                zip.write(rows.getString(1).getBytes(StandardCharsets.UTF_8));
                zip.write('\n');
            }
        });
        zip.closeEntry();
    }

    private static void sheet(ResultSet rows, OutputStream out) throws SQLException, IOException {
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

    /** A few rows at a time, in a transaction of their own. */
    private void stream(String select, String whose, Rows write) throws IOException {
        try {
            database.write(connection -> {
                try {
                    return stream(connection, select, whose, write);
                } catch (IOException e) {
                    throw new BrokenOff(e);
                }
            });
        } catch (BrokenOff e) {
            throw e.cause;
        }
    }

    private static int stream(Connection connection, String select, String whose, Rows write)
            throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            statement.setString(1, whose);
            try (ResultSet rows = statement.executeQuery()) {
                write.write(rows);
            }
            return 1;
        }
    }

    /** Whoever takes it has gone away. */
    private static final class BrokenOff extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final IOException cause;

        BrokenOff(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        entry(zip, name);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void entry(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
    }
}
