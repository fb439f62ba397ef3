package freshlegs.coach.tell;

import freshlegs.coach.access.Sql;
import freshlegs.coach.read.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;

/** When each account wants to be told; those who have said nothing as everybody, in the zone of the installation. */
public final class AccountManners {
    /** For a query that joins them as {@code m}; read by {@link #read}. */
    static final String COLUMNS = "m.zone, m.told_at, m.quiet_from, m.quiet_to, m.weekly_budget, m.review_on";

    private final Database database;
    private final Manners usual;

    public AccountManners(Database database, ZoneId zone) {
        this.database = database;
        this.usual = Manners.usual(zone);
    }

    public Manners of(String account) {
        return database.write(connection -> Sql.over(connection)
                .first("select " + COLUMNS + " from access.manners m where m.account = ?", this::read, account)
                .orElse(usual));
    }

    public void set(String account, Manners manners) {
        database.write(connection -> Sql.over(connection)
                .update(
                        """
                        insert into access.manners (account, zone, told_at, quiet_from, quiet_to, weekly_budget, review_on)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (account) do update
                            set zone = excluded.zone, told_at = excluded.told_at, quiet_from = excluded.quiet_from,
                                quiet_to = excluded.quiet_to, weekly_budget = excluded.weekly_budget, review_on = excluded.review_on
                        """,
                        account,
                        manners.zone().getId(),
                        manners.toldAt(),
                        manners.quietFrom(),
                        manners.quietTo(),
                        manners.weeklyBudget(),
                        manners.reviewOn().name()));
    }

    /** Of a row that joined them, if it could. */
    Manners read(ResultSet row) throws SQLException {
        String zone = row.getString("zone");
        return zone == null
                ? usual
                : new Manners(
                        ZoneId.of(zone),
                        row.getObject("told_at", LocalTime.class),
                        row.getObject("quiet_from", LocalTime.class),
                        row.getObject("quiet_to", LocalTime.class),
                        row.getInt("weekly_budget"),
                        DayOfWeek.valueOf(row.getString("review_on")));
    }
}
