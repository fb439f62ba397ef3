package freshlegs.coach.access;

import freshlegs.coach.read.Database;
import freshlegs.model.AthleteId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Secret addresses by which people come to an account and to athletes; each works once, for 14 days, and only as long as whoever
 * invites may still do so.
 */
public final class Invitations {
    public static final Duration LASTS = Duration.ofDays(14);
    public static final String COMMAND_LINE = "command-line";
    private static final int MOST_OPEN = 50;
    private static final String SELECT = "select i.id, i.account, i.athlete, i.role, i.invited_by,"
            + " coalesce(a.name, i.invited_by) as by_name, i.expires_at"
            + " from access.invitation i left join access.account a on a.id = i.invited_by"
            + " where i.accepted_at is null and i.revoked_at is null and i.expires_at > ? and a.disabled_at is null";
    private static final String IS_KNOWN = "select exists(select from freshlegs.athlete where athlete = ?)"
            + " or exists(select from access.share where athlete = ?) as known";

    private final Database database;
    private final Clock clock;

    public Invitations(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** To choose the password of an account that exists. */
    public Secret toPassword(String account, String by) {
        return add(Optional.of(account), Optional.empty(), Optional.empty(), by);
    }

    /** To an account and nothing more. */
    public Secret toAccount(String by) {
        return add(Optional.empty(), Optional.empty(), Optional.empty(), by);
    }

    /** To see an athlete as a role; who may say so was checked. */
    public Secret toAthlete(AthleteId athlete, Role role, String by) {
        return add(Optional.empty(), Optional.of(athlete), Optional.of(role), by);
    }

    /**
     * To be an athlete: a new one, or one whom the inviter coaches and who has no account yet. Throws {@link Refusal} for any other.
     */
    public Secret toBeAthlete(AthleteId athlete, Visitor by) {
        boolean free = database.write(connection -> mayGiveAway(Sql.over(connection), athlete, by.account()));
        if (!free) {
            throw new Refusal("This id cannot be given away: choose another.");
        }
        return toAthlete(athlete, Role.ATHLETE, by.account());
    }

    private Secret add(Optional<String> account, Optional<AthleteId> athlete, Optional<Role> role, String by) {
        Secret secret = Secret.fresh();
        Instant now = now();
        database.write(connection -> {
            Sql sql = Sql.over(connection);
            int open = sql.list(SELECT + " and i.invited_by = ?", row -> 1, now, by)
                    .size();
            if (open >= MOST_OPEN && !by.equals(COMMAND_LINE)) {
                throw new Refusal(
                        MOST_OPEN + " invitations of yours are open: revoke one that is not wanted any more.");
            }
            return sql.update(
                    "insert into access.invitation (id, sha256, account, athlete, role, invited_by, invited_at, expires_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    Secret.id(),
                    secret.sha256(),
                    account,
                    athlete.map(AthleteId::value),
                    role.map(Role::key),
                    by,
                    now,
                    now.plus(LASTS));
        });
        return secret;
    }

    /** What a secret invites to, while it does. */
    public Optional<Invitation> find(Secret secret) {
        return database.write(connection ->
                Sql.over(connection).first(SELECT + " and i.sha256 = ?", Invitations::read, now(), secret.sha256()));
    }

    /** Those of an athlete that nobody has accepted yet. */
    public List<Invitation> open(AthleteId athlete) {
        return list(" and i.athlete = ? order by i.invited_at, i.id", athlete.value());
    }

    /** Those of somebody that nobody has accepted yet. */
    public List<Invitation> openBy(String account) {
        return list(" and i.invited_by = ? order by i.invited_at, i.id", account);
    }

    public void revoke(AthleteId athlete, String id) {
        update("update access.invitation set revoked_at = ? where athlete = ? and id = ?", now(), athlete.value(), id);
    }

    public void revokeOwn(String account, String id) {
        update("update access.invitation set revoked_at = ? where invited_by = ? and id = ?", now(), account, id);
    }

    public void decline(Secret secret) {
        update(
                "update access.invitation set revoked_at = ? where sha256 = ? and accepted_at is null",
                now(),
                secret.sha256());
    }

    /**
     * Gives an account what it is invited to, once. Whoever invites an athlete coaches her from then on, and whoever becomes one has
     * agreed to what is done with her data. Throws {@link Refusal} when that does not hold any more.
     */
    public Invitation accept(Secret secret, String account) {
        Instant now = now();
        return database.write(connection -> {
            Sql sql = Sql.over(connection);
            Invitation invitation = sql.first(
                            SELECT + " and i.sha256 = ? for update of i", Invitations::read, now, secret.sha256())
                    .orElseThrow(() -> new Refusal("This invitation does not hold any more."));
            if (invitation.athlete().isPresent() && invitation.role().isPresent()) {
                share(sql, invitation, account, now);
            }
            if (invitation.role().filter(Role.ATHLETE::equals).isPresent()) {
                Consents.give(sql, invitation.athlete().orElseThrow(), account, Consents.INVITATION, now);
            }
            sql.update(
                    "update access.invitation set accepted_by = ?, accepted_at = ? where id = ?",
                    account,
                    now,
                    invitation.id());
            return invitation;
        });
    }

    private static void share(Sql sql, Invitation invitation, String account, Instant now) throws SQLException {
        AthleteId athlete = invitation.athlete().orElseThrow();
        Role role = invitation.role().orElseThrow();
        String by = invitation.by();
        if (!by.equals(COMMAND_LINE) && !mayStillInvite(sql, athlete, role, by)) {
            throw new Refusal("This invitation does not hold any more.");
        }
        if (account.equals(by)) {
            throw new Refusal("This is an invitation of your own: send it to the person whom it is for.");
        }
        Shares.grant(sql, new Shares.Grant(athlete, account, role, by), now);
        if (role == Role.ATHLETE
                && !by.equals(COMMAND_LINE)
                && role(sql, athlete, by).isEmpty()) {
            Shares.grant(sql, new Shares.Grant(athlete, by, Role.COACH, account), now);
        }
    }

    private static boolean mayStillInvite(Sql sql, AthleteId athlete, Role role, String by) throws SQLException {
        return role == Role.ATHLETE
                ? mayGiveAway(sql, athlete, by)
                : role(sql, athlete, by).filter(own -> own.may(Right.SHARE)).isPresent();
    }

    private static boolean mayGiveAway(Sql sql, AthleteId athlete, String by) throws SQLException {
        boolean known = sql.first(IS_KNOWN, row -> row.getBoolean("known"), athlete.value(), athlete.value())
                .orElse(true);
        boolean hasAccount = sql.first(
                        "select id from access.share where athlete = ? and role = 'athlete' and revoked_at is null",
                        row -> row.getString("id"),
                        athlete.value())
                .isPresent();
        return !known
                || (!hasAccount
                        && role(sql, athlete, by).filter(Role.COACH::equals).isPresent());
    }

    private static Optional<Role> role(Sql sql, AthleteId athlete, String account) throws SQLException {
        return sql.first(
                        "select role from access.share where athlete = ? and account = ? and revoked_at is null",
                        row -> row.getString("role"),
                        athlete.value(),
                        account)
                .flatMap(Role::of);
    }

    private List<Invitation> list(String more, Object parameter) {
        return database.write(
                connection -> Sql.over(connection).list(SELECT + more, Invitations::read, now(), parameter));
    }

    private static Invitation read(ResultSet row) throws SQLException {
        return new Invitation(
                row.getString("id"),
                Optional.ofNullable(row.getString("account")),
                Optional.ofNullable(row.getString("athlete")).map(AthleteId::of),
                Optional.ofNullable(row.getString("role")).flatMap(Role::of),
                row.getString("invited_by"),
                row.getString("by_name"),
                Sql.moment(row, "expires_at"));
    }

    private void update(String sql, Object... parameters) {
        database.write(connection -> Sql.over(connection).update(sql, parameters));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
