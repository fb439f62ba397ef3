package freshlegs.coach.keep;

import freshlegs.coach.access.Sessions;
import java.util.List;

/**
 * Rows of a table that are removed when their time is over: {@code over} is what holds of them, with {@code ?} for the moment that lies
 * the period back, {@code end} says in words what the period counts from. Of nothing that stands is it ever over.
 */
public record Rule(String table, Period period, String end, String over) {
    /** In the order in which they are followed: what points at others goes before them. */
    public static final List<Rule> ALL = List.of(
            in("access", "audit", Period.AUDIT, "after it was noted", "at < ?"),
            in(
                    "access",
                    "session",
                    Period.NONE,
                    "until it was not used for " + Sessions.IDLE.toDays() + " days, or has ended",
                    "(expires_at <= ? or seen_at <= ?::timestamptz - interval '" + Sessions.IDLE.toDays() + " days')"),
            in("access", "token", Period.ENDED, "after it expired or was revoked", "least(expires_at, revoked_at) < ?"),
            in(
                    "access",
                    "invitation",
                    Period.ENDED,
                    "after it was accepted, declined or withdrawn, or expired",
                    "least(expires_at, accepted_at, revoked_at) < ?"),
            in("access", "share", Period.AUDIT, "after it was ended", "revoked_at < ?"),
            in(
                    "access",
                    "account",
                    Period.AUDIT,
                    "after it was closed, without a name since then",
                    "login = 'closed.' || id and disabled_at < ?"
                            + " and not exists (select from access.share s where s.account = t.id)"),
            in("access", "act_used", Period.NONE, "until the address would have expired", "expires_at < ?"),
            in(
                    "ledger",
                    "outbox",
                    Period.MESSAGES,
                    "after it was written and its alert ended",
                    "state in ('SENT', 'FAILED', 'WITHDRAWN') and created_at < ? and exists"
                            + " (select from ledger.episode e where e.id = t.episode_id and e.last_day < ?::timestamptz)"),
            in(
                    "ledger",
                    "delivery",
                    Period.MESSAGES,
                    "after it was put together and all it tells of has ended",
                    "state in ('SENT', 'FAILED', 'WITHDRAWN') and created_at < ?"
                            + " and not exists (select from ledger.outbox o where o.delivery_id = t.id)"));

    private static Rule in(String schema, String name, Period period, String end, String over) {
        return new Rule(String.join(".", schema, name), period, end, over);
    }

    /** So many at a time. */
    String sql(int most) {
        return "delete from " + table + " where ctid = any (array(select ctid from " + table + " t where " + over
                + " limit " + most + "))";
    }

    int moments() {
        return (int) over.chars().filter(c -> c == '?').count();
    }
}
