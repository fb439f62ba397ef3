package freshlegs.coach.read;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.result.Domain;
import freshlegs.model.result.Episode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One athlete on the board, all that it shows: how the latest judged day stands, on what evidence, the week's plan and what was done of
 * it, and what waits for an answer. {@code today} is the athlete's own.
 */
public record BoardRow(
        SquadRow squad,
        LocalDate today,
        List<Domain> domains,
        OptionalDouble load7dLow,
        OptionalDouble load7dHigh,
        List<Dated> heartRateAtPace,
        Week week,
        Optional<Key> next,
        Optional<Change> change,
        Optional<Alert> alert,
        List<String> groups) {

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
            judged as (select distinct alert_id from freshlegs.alert_verdict where alert_id is not null),
            grouped as (
                select athlete, jsonb_agg(name order by lower(name), name) as names
                from access.athlete_group where account = ? group by athlete)
            select who.athlete, who.today, latest.status, latest.date as status_date, latest.why,
                   coalesce(latest.low_confidence, true) as low_confidence, latest.domains,
                   delivered.last_delivery_at, null::date as last_day,
                   trend.load7d, trend.load7d_low, trend.load7d_high, trend.fitness, trend.fatigue, trend.form,
                   spark.days as spark, done.runs, done.metres, planned.planned_runs, planned.planned_metres,
                   hard.date as hard_date, hard.planned as hard_planned, hard.prescribed as hard_prescribed,
                   hard.minutes as hard_minutes,
                   adjusted.date as change_date, adjusted.kind, adjusted.cause, adjusted.revision, adjusted.reason,
                   adjusted.proposed, adjusted.decided,
                   alert.id, alert.alert_cause, alert.alert_status, alert.first_day,
                   coalesce(alert.open_episodes, 0) as open_episodes,
                   exists (select from judged where judged.alert_id = alert.id) as judged,
                   exists (select from freshlegs.silence s
                           where s.athlete = who.athlete and s.about = lower(alert.alert_cause)
                             and who.today between s.local_date and coalesce(s.until, 'infinity')) as silenced,
                   grouped.names as groups
            from who
                     left join grouped on grouped.athlete = who.athlete
                     left join lateral (
                select status, date, why, low_confidence, to_jsonb(domains) as domains from freshlegs.status_day s
                where s.athlete = who.athlete order by date desc limit 1) latest on true
                     left join lateral (
                select date, load7d, load7d_low, load7d_high, fitness, fatigue, form from freshlegs.trend_day t
                where t.athlete = who.athlete order by date desc limit 1) trend on true
                     left join lateral (
                select json_agg(json_build_object('day', t.date - (latest.date - 28),
                                                    'value', t.heart_rate_at_pace_residual_bpm) order by t.date) as days
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
                select count(*) filter (where w.kind <> 'REST')::integer as planned_runs, sum(w.metres) as planned_metres
                from freshlegs.prescription p
                         cross join lateral jsonb_to_record(p.prescribed) as w(kind text, metres double precision)
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
                select * from (
                    select p.date, p.adjustment ->> 'kind' as kind, p.adjustment ->> 'cause' as cause,
                           p.adjustment ->> 'revision' as revision, p.adjustment ->> 'reason' as reason, p.proposed,
                           exists (select from jsonb_array_elements(to_jsonb(p.decisions)) decided
                                   where decided ->> 'standing' = 'IN_FORCE'
                                     and decided ->> 'cause' = p.adjustment ->> 'cause') as decided
                    from freshlegs.prescription p
                    where p.athlete = who.athlete and p.adjustment is not null and p.date >= who.today
                    order by p.date limit 14) near
                order by (proposed and not decided) desc, date limit 1) adjusted on true
                     left join lateral (
                select e.id, e.cause as alert_cause, e.status as alert_status, e.first_day,
                       count(*) over ()::integer as open_episodes
                from freshlegs.episode e
                where e.athlete = who.athlete and e.open
                order by ledger.severity(e.status) desc, e.first_day limit 1) alert on true
            order by who.athlete
            """;

    static BoardRow read(Row row) throws SQLException {
        return new BoardRow(
                SquadRow.read(row),
                row.date("today"),
                row.jsonList("domains", Domain.class),
                row.optionalNumber("load7d_low"),
                row.optionalNumber("load7d_high"),
                row.jsonList("spark", Dated.class),
                new Week(
                        row.whole("runs"),
                        row.number("metres"),
                        row.whole("planned_runs"),
                        row.number("planned_metres")),
                key(row),
                change(row),
                alert(row),
                row.jsonList("groups", String.class));
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
