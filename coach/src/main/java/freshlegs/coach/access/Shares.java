package freshlegs.coach.access;

import freshlegs.coach.read.Database;
import freshlegs.model.AthleteId;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who sees which athletes, and as what. */
public final class Shares {
    private static final String STANDING = "select s.id, s.athlete, s.account, a.name, s.role, s.granted_at,"
            + " (select max(l.at) from access.audit l where l.account = s.account and l.allowed and l.at >= s.granted_at"
            + " and (l.athlete = s.athlete or (l.athlete is null and l.athletes > 0))) as looked_at"
            + " from access.share s join access.account a on a.id = s.account"
            + " where s.athlete = ? and s.revoked_at is null"
            + " order by array_position(array['athlete', 'coach', 'assistant', 'viewer'], s.role), a.name, s.id";

    private final Database database;
    private final Clock clock;

    public Shares(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Lets somebody see an athlete, or makes them something else to her; an athlete is one person. */
    public void grant(AthleteId athlete, String account, Role role, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        database.write(connection -> {
            grant(Sql.over(connection), new Grant(athlete, account, role, by), now);
            return 1;
        });
    }

    /** What is given to whom, and by whom. */
    record Grant(AthleteId athlete, String account, Role role, String by) {}

    static void grant(Sql sql, Grant grant, Instant now) throws SQLException {
        String athlete = grant.athlete().value();
        sql.list("select pg_advisory_xact_lock(hashtext('access.share'))", row -> 1);
        Optional<String> known = sql.first(
                "select role from access.share where athlete = ? and account = ? and revoked_at is null",
                row -> row.getString("role"),
                athlete,
                grant.account());
        if (known.filter(grant.role().key()::equals).isPresent()) {
            return;
        }
        boolean taken = grant.role() == Role.ATHLETE
                && sql.first(
                                "select account from access.share where athlete = ? and role = 'athlete'"
                                        + " and revoked_at is null and account <> ?",
                                row -> row.getString("account"),
                                athlete,
                                grant.account())
                        .isPresent();
        if (taken) {
            throw new Refusal(athlete + " has an account already, and an athlete is one person.");
        }
        sql.update(
                "update access.share set revoked_at = ?, revoked_by = ?"
                        + " where athlete = ? and account = ? and revoked_at is null",
                now,
                grant.by(),
                athlete,
                grant.account());
        sql.update(
                "insert into access.share (id, athlete, account, role, granted_by, granted_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                Secret.id(),
                athlete,
                grant.account(),
                grant.role().key(),
                grant.by(),
                now);
    }

    /** Ends it at once; answers whether it stood. */
    public boolean revoke(AthleteId athlete, String account, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return database.write(connection -> Sql.over(connection)
                        .update(
                                "update access.share set revoked_at = ?, revoked_by = ?"
                                        + " where athlete = ? and account = ? and revoked_at is null",
                                now,
                                by,
                                athlete.value(),
                                account))
                > 0;
    }

    /** Who sees an athlete now, she herself first. */
    public List<Share> of(AthleteId athlete) {
        return database.write(connection -> Sql.over(connection)
                .list(
                        STANDING,
                        row -> new Share(
                                row.getString("id"),
                                AthleteId.of(row.getString("athlete")),
                                row.getString("account"),
                                row.getString("name"),
                                Role.of(row.getString("role")).orElseThrow(),
                                Sql.moment(row, "granted_at"),
                                Sql.optionalMoment(row, "looked_at")),
                        athlete.value()));
    }

    /** Whom an account sees now. */
    public Map<AthleteId, Role> roles(String account) {
        return database.write(connection -> roles(Sql.over(connection), account));
    }

    static Map<AthleteId, Role> roles(Sql sql, String account) throws SQLException {
        Map<AthleteId, Role> roles = new HashMap<>();
        sql.list(
                        "select athlete, role from access.share where account = ? and revoked_at is null",
                        row -> Map.entry(
                                AthleteId.of(row.getString("athlete")),
                                Role.of(row.getString("role")).orElseThrow()),
                        account)
                .forEach(entry -> roles.put(entry.getKey(), entry.getValue()));
        return roles;
    }
}
