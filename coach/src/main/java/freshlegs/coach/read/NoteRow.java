package freshlegs.coach.read;

import freshlegs.model.Person;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A note that stands, with the {@code name} of the account of whoever wrote it. */
public record NoteRow(
        String id,
        LocalDate date,
        Optional<String> alert,
        String text,
        boolean shared,
        Person by,
        Optional<String> name,
        Instant written,
        int edit) {
    static final String SELECT = """
            select fact_id, local_date, alert, text, shared, told_by, recorded_at, edit,
                   (select a.name from access.account a where a.id = told_by ->> 'id') as name
            from freshlegs.note
            """;

    static NoteRow read(Row row) throws SQLException {
        return new NoteRow(
                row.text("fact_id"),
                row.date("local_date"),
                row.optionalText("alert"),
                row.text("text"),
                row.flag("shared"),
                row.json("told_by", Person.class),
                row.optionalText("name"),
                row.instant("recorded_at"),
                row.whole("edit"));
    }

    /** An athlete reads what is shared and what they wrote themselves; others read all. */
    public boolean isFor(Person reader) {
        return isFor(reader, shared, Optional.of(by));
    }

    static boolean isFor(Person reader, boolean shared, Optional<Person> writer) {
        return reader.role() != Person.Role.ATHLETE || shared || writer.equals(Optional.of(reader));
    }

    /** Health data in somebody's own words never gets into a log by accident. */
    @Override
    public String toString() {
        return "NoteRow[" + id + "]";
    }
}
