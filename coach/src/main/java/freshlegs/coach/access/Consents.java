package freshlegs.coach.access;

import freshlegs.coach.read.Database;
import freshlegs.model.AthleteId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What athletes said about consent, one after another; nothing is ever changed, and the last word counts. */
public final class Consents {
    public static final String COMMAND_LINE = "command-line";
    public static final String PAGE = "page";
    public static final String INVITATION = "invitation";

    private static final String SAID =
            "select at, version, said_by, how from access.consent where athlete = ? order by id desc";
    private static final String WITHDRAWN = "select athlete from (select distinct on (athlete) athlete, given"
            + " from access.consent order by athlete, id desc) last where not given";

    private final Database database;
    private final Clock clock;

    public Consents(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All that was said, the latest first. */
    public List<Consent> said(AthleteId athlete) {
        return database.write(connection -> Sql.over(connection).list(SAID, Consents::read, athlete.value()));
    }

    public Consent.State state(AthleteId athlete) {
        return Consent.state(said(athlete).stream().findFirst());
    }

    /** Those of whom nothing is taken until they agree again. */
    public Set<AthleteId> withdrawn() {
        return Set.copyOf(database.write(
                connection -> Sql.over(connection).list(WITHDRAWN, row -> AthleteId.of(row.getString("athlete")))));
    }

    /** {@code by} agrees to the latest text; how says where or in which way. */
    public void give(AthleteId athlete, String by, String how) {
        database.write(connection -> give(Sql.over(connection), athlete, by, how, now()));
    }

    /** The same within somebody's transaction. */
    public static int give(Sql sql, AthleteId athlete, String by, String how, Instant now) throws SQLException {
        ConsentText text = ConsentText.latest();
        return add(sql, athlete, now, Optional.of(text), by, how);
    }

    public void withdraw(AthleteId athlete, String by, String how) {
        database.write(connection -> add(Sql.over(connection), athlete, now(), Optional.empty(), by, how));
    }

    private static int add(Sql sql, AthleteId athlete, Instant now, Optional<ConsentText> text, String by, String how)
            throws SQLException {
        return sql.update(
                "insert into access.consent (athlete, at, given, version, text_sha256, said_by, how)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                athlete.value(),
                now,
                text.isPresent(),
                text.map(ConsentText::version),
                text.map(ConsentText::sha256),
                by,
                how);
    }

    private static Consent read(ResultSet row) throws SQLException {
        return new Consent(
                Sql.moment(row, "at"),
                Optional.ofNullable(row.getObject("version", Integer.class)),
                row.getString("said_by"),
                row.getString("how"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
