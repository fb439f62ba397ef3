package freshlegs.coach.read;

import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import freshlegs.model.result.Episode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One athlete's week from a Monday: how it ended and how bad it got, what was run of what was planned, what the week's review says,
 * whether anything arrived, and, for the week after, what is hard or waits for an answer.
 */
public record ReviewedWeek(
        AthleteId athlete,
        Optional<Standing> standing,
        Optional<Status> worst,
        BoardRow.Week done,
        int deliveries,
        Optional<Instant> lastDeliveryAt,
        Optional<Said> said,
        List<Alert> alerts,
        List<Session> next) {

    /** Whether nothing is known of the week, be it that it came during the week or after it. */
    public boolean isSilent() {
        return deliveries == 0 && done.runs() == 0;
    }

    /** The last judged day up to the week's end. */
    public record Standing(Status status, LocalDate day, String why, boolean lowConfidence) {}

    /** What the review says, to a coach and calmly to the athlete. */
    public record Said(String summary, String calmly) {}

    /** An alert of these days, and what somebody said of it last. */
    public record Alert(AthleteId athlete, String id, Episode.Cause cause, Status status, Optional<String> verdict) {}

    /** A session that is planned hard, or would change if somebody says so. */
    public record Session(
            AthleteId athlete,
            LocalDate day,
            String planned,
            String prescribed,
            Optional<String> instead,
            boolean waits) {}

    /** By athlete. */
    static final String SELECT = """
            with asked as (select monday, monday::timestamp at time zone 'UTC' as began
                           from (select ?::date as monday) wish)
            select known.athlete, latest.status, latest.date as status_date, latest.why, latest.low_confidence, worst.status as worst,
                   done.runs, done.metres, planned.planned_runs, planned.planned_metres,
                   delivered.deliveries, delivered.last_delivery_at, review.summary, review.calm_summary
            from asked cross join freshlegs.known_athlete known
                     left join freshlegs.week_review review on review.athlete = known.athlete and review.week = asked.monday
                     left join lateral (
                select s.status, s.date, s.why, s.low_confidence from freshlegs.status_day s
                where s.athlete = known.athlete and s.date <= asked.monday + 6 order by s.date desc limit 1) latest on true
                     left join lateral (
                select s.status from freshlegs.status_day s
                where s.athlete = known.athlete and s.date between asked.monday and asked.monday + 6
                order by ledger.severity(s.status) desc nulls last limit 1) worst on true
                     left join lateral (
                select sum(t.runs)::integer as runs, sum(t.distance_metres) as metres from freshlegs.trend_day t
                where t.athlete = known.athlete and t.date between asked.monday and asked.monday + 6) done on true
                     left join lateral (
                select count(*) filter (where p.planned ->> 'kind' <> 'REST')::integer as planned_runs,
                       sum((p.planned -> 'metres')::double precision) as planned_metres
                from freshlegs.prescription p
                where p.athlete = known.athlete and p.date between asked.monday and asked.monday + 6) planned on true
                     left join lateral (
                select count(*) filter (where f.received_at >= asked.began)::integer as deliveries,
                       max(f.received_at) as last_delivery_at
                from freshlegs.file_outcome f
                where f.athlete = known.athlete and f.outcome = 'imported' and f.decision <> 'undo'
                  and f.received_at < asked.began + interval '168 hours') delivered on true
            order by known.athlete
            """;

    static final String ALERTS = """
            with asked as (select ?::date as monday)
            select distinct on (e.id) e.athlete, e.id, e.cause, e.status, judged.verdict
            from asked cross join freshlegs.episode e
                     left join lateral (
                select v.verdict from freshlegs.alert_verdict v
                where v.athlete = e.athlete and v.alert_id = e.id order by v.recorded_at desc, v.edit desc limit 1) judged on true
            where e.id is not null and ledger.is_alert(e.status)
              and e.first_day <= asked.monday + 6 and (e.open or e.last_day >= asked.monday)
            order by e.id, e.first_day desc
            """;

    static final String NEXT = """
            with asked as (select ?::date as monday)
            select p.athlete, p.date, p.planned ->> 'title' as planned, p.prescribed ->> 'title' as prescribed,
                   p.adjustment -> 'instead' ->> 'title' as instead,
                   p.adjustment is not null and p.proposed and not exists (
                       select from jsonb_array_elements(p.decisions) decided
                       where decided ->> 'standing' = 'IN_FORCE' and decided ->> 'cause' = p.adjustment ->> 'cause') as waits
            from asked cross join freshlegs.prescription p
            where p.date between asked.monday + 7 and asked.monday + 13
              and ((p.planned ->> 'hard')::boolean or p.adjustment is not null and p.proposed)
            order by p.athlete, p.date
            """;

    static ReviewedWeek read(Row row, Map<AthleteId, List<Alert>> alerts, Map<AthleteId, List<Session>> next)
            throws SQLException {
        Optional<LocalDate> judged = row.optionalDate("status_date");
        AthleteId athlete = row.athlete();
        return new ReviewedWeek(
                athlete,
                judged.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Standing(
                                row.constant("status", Status.class),
                                judged.get(),
                                row.text("why"),
                                row.flag("low_confidence"))),
                row.optionalText("worst").map(Status::valueOf),
                new BoardRow.Week(
                        row.whole("runs"),
                        row.number("metres"),
                        row.whole("planned_runs"),
                        row.number("planned_metres")),
                row.whole("deliveries"),
                row.optionalInstant("last_delivery_at"),
                row.optionalText("summary").isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Said(row.text("summary"), row.text("calm_summary"))),
                alerts.getOrDefault(athlete, List.of()),
                next.getOrDefault(athlete, List.of()));
    }

    static Alert alert(Row row) throws SQLException {
        return new Alert(
                row.athlete(),
                row.text("id"),
                row.constant("cause", Episode.Cause.class),
                row.constant("status", Status.class),
                row.optionalText("verdict").filter(verdict -> !verdict.equals("none")));
    }

    static Session session(Row row) throws SQLException {
        return new Session(
                row.athlete(),
                row.date("date"),
                row.text("planned"),
                row.text("prescribed"),
                row.optionalText("instead"),
                row.flag("waits"));
    }
}
