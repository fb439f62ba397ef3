package freshlegs.coach.read;

import freshlegs.model.Person;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that somebody said of an alert, its silences, its changes of the plan or in a note, every telling with those that were
 * corrected or taken back since, or a message about it. {@code word} is what was said or told, {@code about} of what, {@code text} why,
 * {@code name} that of the account of who said it.
 */
public record TrailRow(
        Instant at,
        Kind kind,
        String word,
        Optional<String> about,
        Optional<String> until,
        Optional<String> text,
        Optional<Person> by,
        Optional<String> name,
        boolean shared) {

    /** What kind of thing happened. */
    public enum Kind {
        VERDICT,
        DECISION,
        SILENCE,
        NOTE,
        /** Something was taken back for good. */
        RETRACTION,
        /** A message: {@code word} is its step, {@code about} how and to whom, {@code until} its state. */
        MESSAGE
    }

    /** Of one alert, under whatever days it was known, in order. */
    static final String SELECT = """
            with named as (select ?::text as id),
                 stretch as (select athlete, cause, min(first_day) as first_day,
                                    case when bool_or(open) then 'infinity'::date else max(last_day) end as last_day
                             from (select e.athlete, e.cause, e.first_day, e.last_day, e.open
                                   from freshlegs.episode e join named using (id)
                                   union all
                                   select k.athlete, k.cause, k.first_day, k.last_day, false
                                   from ledger.episode k join named using (id)) either
                             group by 1, 2),
                 verdict as (select v.*
                             from freshlegs.alert_verdict_revision v
                                      join stretch s on s.athlete = v.athlete and s.cause = upper(v.cause)
                             where coalesce((select name.episode_id = (select id from named)
                                             from ledger.episode_name name
                                             where name.athlete = v.athlete and name.cause = s.cause
                                               and name.first_day = v.local_date),
                                            v.local_date <= s.last_day and v.last_day >= s.first_day)),
                 decision as (select d.*
                              from freshlegs.plan_decision_revision d
                                       join stretch s on s.athlete = d.athlete and s.cause = upper(d.cause)
                                  and d.local_date between s.first_day and s.last_day),
                 silence as (select i.*
                             from freshlegs.silence_revision i
                                      join stretch s on s.athlete = i.athlete
                                  and split_part(i.about, '.', 1) = lower(s.cause)
                                  and i.local_date <= s.last_day and coalesce(i.until, 'infinity') >= s.first_day),
                 note as (select n.* from freshlegs.note_revision n join named on n.alert = named.id),
                 said as (select 'alert-verdict' as kind, athlete, fact_id from verdict
                          union
                          select 'plan-decision', athlete, fact_id from decision
                          union
                          select 'silence', athlete, fact_id from silence
                          union
                          select 'note', athlete, fact_id from note)
            select happened.*, (select a.name from access.account a where a.id = happened.by ->> 'id') as name
            from (select recorded_at as at, 'verdict' as kind, verdict as word, null as about, null as until,
                         reason as text, decided_by as by, true as shared, edit
                  from verdict
                  union all
                  select recorded_at, 'decision', coalesce(workout, verdict), local_date::text, null, reason, decided_by,
                         true, edit
                  from decision
                  union all
                  select recorded_at, 'silence', case when lifted then 'lift' when until is null then 'mute' else 'snooze' end,
                         about, until::text, reason, told_by, true, edit
                  from silence
                  union all
                  select recorded_at, 'note', case when withdrawn then 'withdraw' when edit > 0 then 'change' else 'write' end,
                         fact_id, null, text, told_by, shared, edit
                  from note
                  union all
                  select r.recorded_at, 'retraction', case when r.lifted then 'restore' else 'retract' end,
                         r.target_kind, null, null, r.told_by, true, r.edit
                  from freshlegs.retraction_revision r
                           join said on said.athlete = r.athlete and said.kind = r.target_kind and said.fact_id = r.target_id
                  union all
                  select coalesce(o.sent_at, o.created_at), 'message', o.step,
                         coalesce(c.kind, split_part(o.channel, ':', 1)) || ' ' || coalesce(a.name, o.recipient), o.state, null,
                         null, true, 0
                  from ledger.outbox o join named on o.episode_id = named.id
                           left join access.channel c on o.channel = 'channel:' || c.id
                           left join access.account a on a.id = o.recipient) happened
            order by at, edit, kind
            """;

    static TrailRow read(Row row) throws SQLException {
        return new TrailRow(
                row.instant("at"),
                row.constant("kind", Kind.class),
                row.text("word"),
                row.optionalText("about"),
                row.optionalText("until"),
                row.optionalText("text"),
                row.optionalJson("by", Person.class),
                row.optionalText("name"),
                row.flag("shared"));
    }

    /** What an athlete may not read of a note is no part of what they see. */
    public boolean isFor(Person reader) {
        return NoteRow.isFor(reader, shared, by);
    }

    /** Health data in somebody's own words never gets into a log by accident. */
    @Override
    public String toString() {
        return "TrailRow[" + at + " " + kind + "]";
    }
}
