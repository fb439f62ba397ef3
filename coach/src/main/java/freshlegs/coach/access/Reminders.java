package freshlegs.coach.access;

import freshlegs.coach.read.Database;
import freshlegs.model.AthleteId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Who wants to be reminded of check-ins and when, and of what there is to remind. */
public final class Reminders {
    /** In the zone of the account's manners, else of the athlete. */
    private static final String WISHES = """
            select r.account, s.athlete, coalesce(m.zone, a.zone, 'UTC') as zone, r.morning_at, r.days, r.after_run_hours
            from access.reminder r
                     join access.account who on who.id = r.account and who.disabled_at is null
                     join access.share s on s.account = r.account and s.role = 'athlete' and s.revoked_at is null
                     left join access.manners m on m.account = r.account
                     left join freshlegs.athlete a on a.athlete = s.athlete
            order by r.account
            """;

    /** Runs with neither an effort from the watch nor a check-in under their number of the day. */
    private static final String UNTOLD = """
            select run.local_date_text || '.' || run.ordinal as fact, run.ended_at
            from (select a.athlete, a.date::text as local_date_text, a.effort,
                         row_number() over (partition by a.date order by a.start, a.fact_id) as ordinal,
                         a.start + make_interval(secs => a.timer_seconds) as ended_at
                  from freshlegs.activity_analysis a
                  where a.athlete = ? and a.sport = 'RUNNING' and a.start > ?) run
            where run.effort is null and run.ended_at > ?
              and not exists (select from freshlegs.checkin said
                              where said.athlete = run.athlete and said.kind = 'run-checkin'
                                and said.fact_id = run.local_date_text || '.' || run.ordinal)
            order by run.ended_at
            """;

    private final Database database;

    public Reminders(Database database) {
        this.database = database;
    }

    /** What somebody wants to be reminded of, about which athlete, and in which zone that is meant. */
    public record Wish(String account, AthleteId athlete, ZoneId zone, Reminder reminder) {}

    /** A run of which nothing was said, as a check-in names it, and when it ended. */
    public record UntoldRun(String fact, Instant endedAt) {}

    public List<Wish> all() {
        return database.write(connection -> Sql.over(connection).list(WISHES, Reminders::wish));
    }

    public Reminder of(String account) {
        return database.write(connection -> Sql.over(connection)
                .first(
                        "select morning_at, days, after_run_hours from access.reminder where account = ?",
                        Reminders::reminder,
                        account)
                .orElse(Reminder.NEVER));
    }

    public void keep(String account, Reminder reminder) {
        String days = reminder.days().stream().map(DayOfWeek::name).collect(Collectors.joining(","));
        database.write(connection -> Sql.over(connection)
                .update(
                        """
                        insert into access.reminder (account, morning_at, days, after_run_hours)
                        values (?, ?, string_to_array(?, ','), ?)
                        on conflict (account) do update
                        set morning_at = excluded.morning_at, days = excluded.days, after_run_hours = excluded.after_run_hours
                        """,
                        account,
                        reminder.morningAt(),
                        days,
                        reminder.afterRunHours().isPresent()
                                ? Optional.of(reminder.afterRunHours().getAsInt())
                                : Optional.empty()));
    }

    /** Whether something was said of a morning or a run, as a check-in names it. */
    public boolean isTold(AthleteId athlete, String kind, String fact) {
        return database.write(connection -> Sql.over(connection)
                .first(
                        "select 1 from freshlegs.checkin where athlete = ? and kind = ? and fact_id = ?",
                        row -> true,
                        athlete.value(),
                        kind,
                        fact)
                .isPresent());
    }

    /** Those that ended after a moment. */
    public List<UntoldRun> untoldRuns(AthleteId athlete, Instant after) {
        return database.write(connection -> Sql.over(connection)
                .list(
                        UNTOLD,
                        row -> new UntoldRun(row.getString("fact"), Sql.moment(row, "ended_at")),
                        athlete.value(),
                        after.minus(Duration.ofDays(2)),
                        after));
    }

    private static Wish wish(ResultSet row) throws SQLException {
        return new Wish(
                row.getString("account"),
                AthleteId.of(row.getString("athlete")),
                ZoneId.of(row.getString("zone")),
                reminder(row));
    }

    private static Reminder reminder(ResultSet row) throws SQLException {
        int hours = row.getInt("after_run_hours");
        OptionalInt after = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(hours);
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Arrays.stream((Object[]) row.getArray("days").getArray())
                .map(String::valueOf)
                .map(DayOfWeek::valueOf)
                .forEach(days::add);
        return new Reminder(Optional.ofNullable(row.getObject("morning_at", LocalTime.class)), days, after);
    }
}
