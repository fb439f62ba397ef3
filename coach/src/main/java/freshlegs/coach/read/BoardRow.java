package freshlegs.coach.read;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.Rounding;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.result.Episode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * One athlete on the board, all that it shows: how the latest judged day stands, on what evidence, the week's plan and what was done of
 * it, and what waits for an answer. {@code today} is the athlete's own.
 */
public record BoardRow(
        SquadRow squad,
        LocalDate today,
        Reading restingHeartRate,
        Reading hrv,
        Optional<Band> pace,
        OptionalDouble load7dLow,
        OptionalDouble load7dHigh,
        List<Dated> heartRateAtPace,
        Week week,
        Optional<Key> next,
        Optional<Change> change,
        Optional<Alert> alert,
        List<String> groups) {

    /** A marker of the latest judged day, what is usual, and how many of the athlete's own spreads worse it was than that. */
    public record Reading(OptionalDouble value, OptionalDouble baseline, OptionalDouble z) {}

    /** The athlete's own band of heart rate at pace: one spread about what is usual. */
    public record Band(double low, double high) {}

    /** A number of so many days after the first one that is shown. */
    public record Dated(int day, double value) {}

    /** The calendar week of today: runs and metres done up to now, and planned from Monday to Sunday. */
    public record Week(int runs, double metres, int plannedRuns, double plannedMetres) {}

    /** The next session that is planned hard, and what is left of it. */
    public record Key(LocalDate date, String planned, String prescribed, int minutes) {}

    /** The next change of the plan, one that waits for an answer first. */
    public record Change(
            LocalDate date,
            Adjustment.Kind kind,
            AdjustmentCause cause,
            String revision,
            String reason,
            boolean proposed,
            boolean decided) {

        public boolean waits() {
            return proposed && !decided;
        }
    }

    /** The worst open alert; {@code judged} is whether anybody said anything of it. */
    public record Alert(
            String id, Episode.Cause cause, String status, LocalDate since, boolean judged, boolean silenced) {}

    /** How many days the small drawings show. */
    public static final int DAYS = 28;

    /** At a moment, for an account. */
    static final String SELECT = """
            with zoned as (
                select distinct on (athlete) athlete, zone
                from (select distinct on (athlete, fact_id) athlete, local_date, zone from freshlegs.profile_revision
                      order by athlete, fact_id, rank desc, revision collate "C" desc) said
                where zone is not null order by athlete, local_date desc),
            who as (
                select known.athlete, (?::timestamptz at time zone coalesce(zoned.zone, 'UTC'))::date as today
                from freshlegs.known_athlete known left join zoned on zoned.athlete = known.athlete),
            grouped as (
                select athlete, array_agg(name order by lower(name), name) as names
                from access.athlete_group where account = ? group by athlete)
            select who.athlete, who.today, latest.status, latest.date as status_date, latest.why,
                   coalesce(latest.low_confidence, true) as low_confidence,
                   marked.*,
                   delivered.last_delivery_at, null::date as last_day,
                   trend.load7d, trend.load7d_low, trend.load7d_high, trend.fitness, trend.fatigue, trend.form,
                   spark.spark_days, spark.spark_values, done.runs, done.metres, planned.planned_runs, planned.planned_metres,
                   hard.date as hard_date, hard.planned as hard_planned, hard.prescribed as hard_prescribed,
                   hard.minutes as hard_minutes,
                   adjusted.date as change_date, adjusted.kind, adjusted.cause, adjusted.revision, adjusted.reason,
                   adjusted.proposed, adjusted.decided,
                   alert.id, alert.alert_cause, alert.alert_status, alert.first_day,
                   coalesce(alert.open_episodes, 0) as open_episodes,
                   coalesce(judged.judged, false) as judged,
                   alert.id is not null and exists (
                       select from freshlegs.silence s
                       where s.athlete = who.athlete and s.about = lower(alert.alert_cause)
                         and who.today between s.local_date and coalesce(s.until, 'infinity')) as silenced,
                   grouped.names as groups
            from who
                     left join grouped on grouped.athlete = who.athlete
                     left join lateral (
                select status, date, why, low_confidence, domains from freshlegs.status_day s
                where s.athlete = who.athlete order by date desc limit 1) latest on true
                     left join lateral (
                select max(value) filter (where name = 'RESTING_HEART_RATE') as rest_value,
                       max(baseline) filter (where name = 'RESTING_HEART_RATE') as rest_baseline,
                       max(z) filter (where name = 'RESTING_HEART_RATE') as rest_z,
                       max(value) filter (where name = 'HRV') as hrv_value,
                       max(baseline) filter (where name = 'HRV') as hrv_baseline,
                       max(z) filter (where name = 'HRV') as hrv_z,
                       max(baseline) filter (where name = 'EXERCISE_HEART_RATE') as pace_baseline,
                       max(spread) filter (where name = 'EXERCISE_HEART_RATE') as pace_spread
                from jsonb_to_recordset(latest.domains) as domain(
                    name text, value double precision, baseline double precision, z double precision,
                    spread double precision)) marked on true
                     left join lateral (
                select load7d, load7d_low, load7d_high, fitness, fatigue, form from freshlegs.trend_day t
                where t.athlete = who.athlete order by date desc limit 1) trend on true
                     left join lateral (
                select array_agg(t.date - (latest.date - 28) order by t.date) as spark_days,
                       array_agg(t.heart_rate_at_pace_residual_bpm order by t.date) as spark_values
                from freshlegs.trend_day t
                where t.athlete = who.athlete and t.date between latest.date - 27 and latest.date
                  and t.heart_rate_at_pace_residual_bpm is not null) spark on true
                     left join lateral (
                select max(received_at) as last_delivery_at from freshlegs.file_outcome f
                where f.athlete = who.athlete and f.outcome = 'imported' and f.decision <> 'undo') delivered on true
                     left join lateral (
                select sum(t.runs)::integer as runs, sum(t.distance_metres) as metres from freshlegs.trend_day t
                where t.athlete = who.athlete
                  and t.date between date_trunc('week', who.today)::date and who.today) done on true
                     left join lateral (
                select count(*) filter (where p.prescribed ->> 'kind' <> 'REST')::integer as planned_runs,
                       sum((p.prescribed -> 'metres')::double precision) as planned_metres
                from freshlegs.prescription p
                where p.athlete = who.athlete
                  and p.date between date_trunc('week', who.today)::date
                      and date_trunc('week', who.today)::date + 6) planned on true
                     left join lateral (
                select p.date, p.planned ->> 'title' as planned, p.prescribed ->> 'title' as prescribed,
                       (p.prescribed ->> 'minutes')::integer as minutes
                from freshlegs.prescription p
                where p.athlete = who.athlete and (p.planned ->> 'hard')::boolean and p.date >= who.today
                order by p.date limit 1) hard on true
                     left join lateral (
                select one.date, one.adjustment ->> 'kind' as kind, one.adjustment ->> 'cause' as cause,
                       one.adjustment ->> 'revision' as revision, one.adjustment ->> 'reason' as reason, one.proposed, one.decided
                from (select near.* from (
                          select p.date, p.adjustment, p.proposed,
                                 p.decisions <> '[]' and exists (
                                     select from jsonb_array_elements(p.decisions) decided
                                     where decided ->> 'standing' = 'IN_FORCE'
                                       and decided ->> 'cause' = p.adjustment ->> 'cause') as decided
                          from freshlegs.prescription p
                          where p.athlete = who.athlete and p.adjustment is not null and p.date >= who.today
                          order by p.date limit 14) near
                      order by (near.proposed and not near.decided) desc, near.date limit 1) one) adjusted on true
                     left join lateral (
                select e.athlete, e.id, e.cause as alert_cause, e.status as alert_status, e.first_day,
                       count(*) over ()::integer as open_episodes
                from freshlegs.episode e
                where e.athlete = who.athlete and e.open
                order by ledger.severity(e.status) desc, e.first_day limit 1) alert on true
                     left join lateral (
                select true as judged from freshlegs.alert_verdict v
                where v.athlete = alert.athlete and v.alert_id = alert.id limit 1) judged on true
            order by who.athlete
            """;

    static BoardRow read(Row row) throws SQLException {
        return new BoardRow(
                SquadRow.read(row),
                row.date("today"),
                reading(row, "rest"),
                reading(row, "hrv"),
                band(row),
                row.optionalNumber("load7d_low"),
                row.optionalNumber("load7d_high"),
                dated(row),
                new Week(
                        row.whole("runs"),
                        row.number("metres"),
                        row.whole("planned_runs"),
                        row.number("planned_metres")),
                key(row),
                change(row),
                alert(row),
                row.list("groups", String.class));
    }

    private static Reading reading(Row row, String which) throws SQLException {
        return new Reading(
                row.optionalNumber(which + "_value"),
                row.optionalNumber(which + "_baseline"),
                row.optionalNumber(which + "_z"));
    }

    private static Optional<Band> band(Row row) throws SQLException {
        OptionalDouble usual = row.optionalNumber("pace_baseline");
        OptionalDouble spread = row.optionalNumber("pace_spread");
        return usual.isEmpty() || spread.isEmpty()
                ? Optional.empty()
                : Optional.of(new Band(
                        Rounding.to(2, usual.getAsDouble() - spread.getAsDouble()),
                        Rounding.to(2, usual.getAsDouble() + spread.getAsDouble())));
    }

    private static List<Dated> dated(Row row) throws SQLException {
        List<Integer> days = row.list("spark_days", Integer.class);
        List<Double> values = row.list("spark_values", Double.class);
        return IntStream.range(0, days.size())
                .mapToObj(i -> new Dated(days.get(i), values.get(i)))
                .toList();
    }

    private static Optional<Key> key(Row row) throws SQLException {
        Optional<LocalDate> date = row.optionalDate("hard_date");
        return date.isEmpty()
                ? Optional.empty()
                : Optional.of(new Key(
                        date.get(), row.text("hard_planned"), row.text("hard_prescribed"), row.whole("hard_minutes")));
    }

    private static Optional<Change> change(Row row) throws SQLException {
        Optional<LocalDate> date = row.optionalDate("change_date");
        return date.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change(
                        date.get(),
                        row.constant("kind", Adjustment.Kind.class),
                        row.constant("cause", AdjustmentCause.class),
                        row.text("revision"),
                        row.text("reason"),
                        row.flag("proposed"),
                        row.flag("decided")));
    }

    private static Optional<Alert> alert(Row row) throws SQLException {
        Optional<String> id = row.optionalText("id");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new Alert(
                        id.get(),
                        row.constant("alert_cause", Episode.Cause.class),
                        row.text("alert_status"),
                        row.date("first_day"),
                        row.flag("judged"),
                        row.flag("silenced")));
    }
}
