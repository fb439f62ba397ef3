package freshlegs.coach.read;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the tables say of one way by which an athlete's files come: how many there were and when the newest came, which of them was
 * read, how many were not and why, and the newest run of them that is shown, with its device.
 */
public record RouteRow(
        String way,
        int files,
        Instant newest,
        String newestName,
        Optional<Instant> newestRead,
        int aside,
        Optional<Instant> newestAside,
        List<String> whyAside,
        Optional<Instant> shownFrom,
        Optional<LocalDate> shownDay,
        Optional<String> device) {

    /** An archive and what lay in it is a history, whichever way it came; a plugged-in watch has a folder of its own in the inbox. */
    static final String SELECT = """
            with told as (
                select f.*,
                       case when f.route in ('garmin', 'relay') then f.route
                            when f.route = 'import' or f.archive is not null
                                or exists (select from freshlegs.file_outcome held
                                           where held.athlete = f.athlete and held.archive = f.delivery_id) then 'history'
                            when f.route = 'inbox' and f.path ~ '^inbox/[^/]+/watch-[^/]+/' then 'watch'
                            else f.route end as way,
                       f.outcome in ('imported', 'duplicate') as read
                from freshlegs.file_outcome f
                where f.athlete = ?)
            select sums.*, shown.received_at as shown_from, shown.date as shown_day, shown.device,
                   (select regexp_replace(path, '^.*[/\\\\]', '') from told
                    where told.way = sums.way order by received_at desc, delivery_id desc limit 1) as newest_name
            from (select way, count(*)::integer as files, max(received_at) as newest,
                         max(received_at) filter (where read) as newest_read,
                         count(*) filter (where not read)::integer as aside,
                         max(received_at) filter (where not read) as newest_aside,
                         to_jsonb((array_agg(reason order by received_at desc, delivery_id desc)
                             filter (where not read and reason is not null))[1:3]) as why_aside
                  from told group by way) sums
                     left join lateral (
                select told.received_at, a.date, s.device
                from told
                         cross join lateral jsonb_to_recordset(told.activities) as held(id text, "localDate" date)
                         join freshlegs.activity_analysis a
                              on a.athlete = told.athlete and a.date = held."localDate" and a.fact_id = held.id
                         left join freshlegs.session_revision s
                              on s.athlete = a.athlete and s.fact_id = a.fact_id and s.revision = a.revision
                where told.way = sums.way and told.read and told.decision <> 'undo'
                order by told.received_at desc, a.date desc, a.fact_id desc
                limit 1) shown on true
            order by sums.newest desc, way
            """;

    static RouteRow read(Row row) throws SQLException {
        return new RouteRow(
                row.text("way"),
                row.whole("files"),
                row.instant("newest"),
                row.text("newest_name"),
                row.optionalInstant("newest_read"),
                row.whole("aside"),
                row.optionalInstant("newest_aside"),
                row.jsonList("why_aside", String.class),
                row.optionalInstant("shown_from"),
                row.optionalDate("shown_day"),
                row.optionalText("device"));
    }
}
