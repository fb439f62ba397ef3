package freshlegs.coach.access;

import freshlegs.model.AthleteId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Removes what rows say of somebody, within one transaction; what was told to people goes too, which nothing else may remove. */
final class Traces {
    private static final String EPISODES = "(select id from ledger.episode where athlete = ?)";

    /** Others may still ask who saw them and looked at them, and which messages were about them. */
    private static final Set<String> KEPT_FOR_OTHERS = Set.of("share", "audit", "delivery");

    private final Connection connection;
    private final Sql sql;

    Traces(Connection connection) {
        this.connection = connection;
        this.sql = Sql.over(connection);
    }

    /** Messages about others that went out together with those about her stay. */
    void removeAthlete(AthleteId athlete) throws SQLException {
        allowErasing();
        String her = athlete.value();
        List<Long> deliveries = sql.list(
                "select distinct delivery_id from ledger.outbox where delivery_id is not null and episode_id in "
                        + EPISODES,
                row -> row.getLong("delivery_id"),
                her);
        for (OwnTables.Pointer pointer : OwnTables.pointingAt("ledger.outbox", connection)) {
            sql.update(
                    "delete from " + pointer.table() + " where " + pointer.column()
                            + " in (select id from ledger.outbox where episode_id in " + EPISODES + ")",
                    her);
        }
        for (OwnTables.Pointer pointer : OwnTables.pointingAt("ledger.episode", connection)) {
            sql.update("delete from " + pointer.table() + " where " + pointer.column() + " in " + EPISODES, her);
        }
        for (Long delivery : deliveries) {
            sql.update(
                    "delete from ledger.delivery where id = ?"
                            + " and not exists (select from ledger.outbox where delivery_id = ?)",
                    delivery,
                    delivery);
        }
        sql.update("delete from ledger.delivery where subject = ?", her);
        for (String table : OwnTables.ofAthletes(connection)) {
            sql.update("delete from " + table + " where athlete = ?", her);
        }
    }

    /**
     * What the account said of others, and that it looked at them, stays with them under an opaque id. Where it saw others the bare
     * account stays for that, without a name and closed for good.
     */
    void removeAccount(String account, Instant now) throws SQLException {
        allowErasing();
        sql.update("delete from access.share where account = ? and role = 'athlete'", account);
        sql.update(
                "update access.share set revoked_at = ?, revoked_by = account where account = ? and revoked_at is null",
                now,
                account);
        sql.update(
                "delete from ledger.delivery d where account = ?"
                        + " and not exists (select from ledger.outbox o where o.delivery_id = d.id)",
                account);
        for (String table : OwnTables.ofAccounts(connection)) {
            if (!KEPT_FOR_OTHERS.contains(table.replaceFirst("^.*\\.", ""))) {
                sql.update("delete from " + table + " where account = ?", account);
            }
        }
        for (OwnTables.Pointer pointer : OwnTables.pointingAt("access.account", connection)) {
            if (!pointer.column().equals("account")) {
                sql.update(
                        "update " + pointer.table() + " set " + pointer.column() + " = null where " + pointer.column()
                                + " = ?",
                        account);
            }
        }
        sql.update(
                "delete from access.account a where id = ? and not exists"
                        + " (select from access.share s where s.account = a.id)",
                account);
        sql.update(
                "update access.account set login = 'closed.' || id, name = 'Closed account', password = null,"
                        + " issuer = null, subject = null, operator = false, disabled_at = coalesce(disabled_at, ?)"
                        + " where id = ?",
                now,
                account);
    }

    private void allowErasing() throws SQLException {
        sql.list("select set_config('freshlegs.erasing', 'on', true)", row -> 1);
    }
}
