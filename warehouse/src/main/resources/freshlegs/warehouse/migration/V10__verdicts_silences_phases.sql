-- What people say back of alerts, which messages they want not to have, and which days are meant to be other than usual.

create table freshlegs.alert_verdict_revision
(
    athlete     text        not null,
    fact_id     text        not null,
    revision    text        not null,
    local_date  date        not null,
    last_day    date        not null,
    cause       text        not null,
    ingested_at timestamptz not null,
    recorded_at timestamptz not null,
    edit        integer     not null,
    verdict     text        not null,
    reason      text,
    status      text        not null,
    rule_set    text,
    rules       jsonb       not null,
    decided_by  jsonb       not null,
    rank        bigint      not null,
    primary key (athlete, fact_id, revision)
);
comment on table freshlegs.alert_verdict_revision is 'What people said of alerts; view alert_verdict has the tellings to believe, each with the alert that it is about.';
comment on column freshlegs.alert_verdict_revision.athlete is 'The athlete.';
comment on column freshlegs.alert_verdict_revision.fact_id is 'The alert as the person saw it: its first day and cause.';
comment on column freshlegs.alert_verdict_revision.revision is 'Hash of its content.';
comment on column freshlegs.alert_verdict_revision.local_date is 'The first day of the alert as the person saw it.';
comment on column freshlegs.alert_verdict_revision.last_day is 'The last day of the alert as the person saw it.';
comment on column freshlegs.alert_verdict_revision.cause is 'The cause of the alert, such as fatigue.';
comment on column freshlegs.alert_verdict_revision.ingested_at is 'When it was taken in.';
comment on column freshlegs.alert_verdict_revision.recorded_at is 'When it was decided.';
comment on column freshlegs.alert_verdict_revision.edit is 'Counts the corrections of it.';
comment on column freshlegs.alert_verdict_revision.verdict is 'right, wrong, unsure or none (taken back).';
comment on column freshlegs.alert_verdict_revision.reason is 'Why, in the person''s own words.';
comment on column freshlegs.alert_verdict_revision.status is 'The status that is judged: the worst the alert had reached.';
comment on column freshlegs.alert_verdict_revision.rule_set is 'The version of the set of rules by which it was raised, when known.';
comment on column freshlegs.alert_verdict_revision.rules is 'The rules by which it was raised, when known; a JSON array of text.';
comment on column freshlegs.alert_verdict_revision.decided_by is 'Who decided: role, id.';
comment on column freshlegs.alert_verdict_revision.rank is 'The highest is believed.';

create table freshlegs.silence_revision
(
    athlete     text        not null,
    fact_id     text        not null,
    revision    text        not null,
    about       text        not null,
    local_date  date        not null,
    until       date,
    ingested_at timestamptz not null,
    recorded_at timestamptz not null,
    edit        integer     not null,
    lifted      boolean     not null,
    reason      text,
    told_by     jsonb       not null,
    rank        bigint      not null,
    primary key (athlete, fact_id, revision)
);
comment on table freshlegs.silence_revision is 'Alerts of which people want not to hear, as they said it; view silence has those that hold.';
comment on column freshlegs.silence_revision.athlete is 'The athlete.';
comment on column freshlegs.silence_revision.fact_id is 'What is silenced: a cause or a rule.';
comment on column freshlegs.silence_revision.revision is 'Hash of its content.';
comment on column freshlegs.silence_revision.about is 'What is silenced: a cause, fatigue, or a rule, such as fatigue.two-keys.';
comment on column freshlegs.silence_revision.local_date is 'The first day on which nothing is told.';
comment on column freshlegs.silence_revision.until is 'The last day on which nothing is told; null until somebody lifts it.';
comment on column freshlegs.silence_revision.ingested_at is 'When it was taken in.';
comment on column freshlegs.silence_revision.recorded_at is 'When it was said.';
comment on column freshlegs.silence_revision.edit is 'Counts the corrections of it.';
comment on column freshlegs.silence_revision.lifted is 'Whether this edit lifts it.';
comment on column freshlegs.silence_revision.reason is 'Why, in the person''s own words.';
comment on column freshlegs.silence_revision.told_by is 'Who said it: role, id.';
comment on column freshlegs.silence_revision.rank is 'The highest is believed.';

create table freshlegs.planned_phase_revision
(
    athlete     text        not null,
    fact_id     text        not null,
    revision    text        not null,
    local_date  date        not null,
    last_day    date        not null,
    ingested_at timestamptz not null,
    recorded_at timestamptz not null,
    edit        integer     not null,
    phase       text        not null,
    cancelled   boolean     not null,
    note        text,
    told_by     jsonb       not null,
    rank        bigint      not null,
    primary key (athlete, fact_id, revision)
);
comment on table freshlegs.planned_phase_revision is 'Days that are meant to be other than usual, as they were planned; view planned_phase has those that hold.';
comment on column freshlegs.planned_phase_revision.athlete is 'The athlete.';
comment on column freshlegs.planned_phase_revision.fact_id is 'Its first day, as text.';
comment on column freshlegs.planned_phase_revision.revision is 'Hash of its content.';
comment on column freshlegs.planned_phase_revision.local_date is 'Its first day.';
comment on column freshlegs.planned_phase_revision.last_day is 'Its last day.';
comment on column freshlegs.planned_phase_revision.ingested_at is 'When it was taken in.';
comment on column freshlegs.planned_phase_revision.recorded_at is 'When it was said.';
comment on column freshlegs.planned_phase_revision.edit is 'Counts the corrections of it.';
comment on column freshlegs.planned_phase_revision.phase is 'block (hard on purpose), taper or away.';
comment on column freshlegs.planned_phase_revision.cancelled is 'Whether this edit cancels it.';
comment on column freshlegs.planned_phase_revision.note is 'What was added, in the person''s own words.';
comment on column freshlegs.planned_phase_revision.told_by is 'Who said it: role, id.';
comment on column freshlegs.planned_phase_revision.rank is 'The highest is believed.';

create view freshlegs.planned_phase as
select *
from (select distinct on (athlete, fact_id) *
      from freshlegs.planned_phase_revision
      where not freshlegs.is_retracted(athlete, 'planned-phase', fact_id, revision)
      order by athlete, fact_id, rank desc, revision collate "C" desc) believed
where not cancelled;
comment on view freshlegs.planned_phase is 'The phases that are planned, one for each first day; what is cancelled is left out.';

create view freshlegs.silence as
select *
from (select distinct on (athlete, fact_id) *
      from freshlegs.silence_revision
      where not freshlegs.is_retracted(athlete, 'silence', fact_id, revision)
      order by athlete, fact_id, rank desc, revision collate "C" desc) believed
where not lifted;
comment on view freshlegs.silence is 'The silences that hold, one for each cause or rule of an athlete, those that have ended by themselves included; what is lifted is left out.';

-- Which alert a verdict is about: the one that was ever called by its first day, else the one that shares most days with it; when
-- its days belong to another one now, that one.
create view freshlegs.alert_verdict as
select said.*,
       about.alert_id,
       case
           when exists (select from freshlegs.episode e where e.id = about.alert_id and ledger.is_alert(e.status)) then 'STANDS'
           when about.alert_id is not null then 'GONE'
           else 'UNKNOWN'
           end as standing
from (select distinct on (athlete, fact_id) *
      from freshlegs.alert_verdict_revision
      where not freshlegs.is_retracted(athlete, 'alert-verdict', fact_id, revision)
      order by athlete, fact_id, rank desc, revision collate "C" desc) said
         left join lateral (
    select coalesce((select e.id
                     from freshlegs.episode e
                     where e.athlete = known.athlete and e.cause = known.cause and ledger.is_alert(e.status)
                       and (e.id = known.id or e.first_day <= known.last_day and e.last_day >= known.first_day)
                     order by (e.id <> known.id), e.first_day
                     limit 1), known.id) as alert_id
    from ledger.episode known
             left join ledger.episode_name name
                       on name.episode_id = known.id and name.first_day = said.local_date
                           and name.athlete = known.athlete and name.cause = known.cause
    where known.athlete = said.athlete
      and known.cause = upper(said.cause)
      and (name.episode_id is not null or known.first_day <= said.last_day and known.last_day >= said.local_date)
    order by (name.episode_id is null),
             least(known.last_day, said.last_day) - greatest(known.first_day, said.local_date) desc, known.id
    limit 1) about on true
where said.verdict <> 'none';
comment on view freshlegs.alert_verdict is 'The verdicts to believe, each with the alert that it is about; what is taken back is left out.';

do
$$
    declare
        pair record;
    begin
        for pair in
            select shown.attname as name, shown.view, told.description
            from (select 'freshlegs.alert_verdict'::regclass as view, 'freshlegs.alert_verdict_revision'::regclass as source
                  union all
                  select 'freshlegs.silence'::regclass, 'freshlegs.silence_revision'::regclass
                  union all
                  select 'freshlegs.planned_phase'::regclass, 'freshlegs.planned_phase_revision'::regclass) both_sides
                     join lateral (select attname, view from pg_attribute
                                   where attrelid = view and attnum > 0) shown on true
                     join pg_attribute original on original.attrelid = source and original.attname = shown.attname
                     join pg_description told on told.objoid = source and told.objsubid = original.attnum
                and told.classoid = 'pg_class'::regclass
            loop
                execute format('comment on column %s.%I is %L', pair.view, pair.name, pair.description);
            end loop;
    end
$$;
comment on column freshlegs.alert_verdict.alert_id is 'The name of the alert that it is about now; null when no such alert is known.';
comment on column freshlegs.alert_verdict.standing is 'STANDS, GONE (about an alert that was withdrawn, so it counts no more) or UNKNOWN (no such alert is known).';

-- Rows are read as JSON, because later versions of this schema add columns.
create function freshlegs.rules_of_cause(cause text, rules jsonb) returns jsonb
    language sql immutable
    begin atomic
        select coalesce(jsonb_agg(rule order by rule collate "C"), '[]'::jsonb)
        from jsonb_array_elements_text(rules) rule
        where rule like lower(cause) || '.%';
    end;
comment on function freshlegs.rules_of_cause(text, jsonb) is 'Of rules that saw something those that raise alerts of the cause.';

-- One verdict for each alert, the one that was decided last; it answers the rules by which the alert had been raised then.
create view freshlegs.rule_precision as
with rules_of as (select e.athlete, e.cause, e.first_day,
                         to_jsonb(e) ->> 'rule_set' as rule_set,
                         freshlegs.rules_of_cause(e.cause, to_jsonb(e) -> 'rules') as rules
                  from freshlegs.episode e),
     judged as (select distinct on (alert_id) alert_id, verdict, rule_set, rules
                from freshlegs.alert_verdict
                where standing = 'STANDS'
                order by alert_id, recorded_at desc, edit desc, revision collate "C" desc)
select known.cause,
       coalesce(judged.rule_set, known.rule_set) as rule_set,
       coalesce(freshlegs.rules_of_cause(known.cause, judged.rules), known.rules) as rules,
       known.status,
       count(*) as alerts,
       count(*) filter (where known.told) as told,
       count(*) filter (where judged.verdict = 'right') as judged_right,
       count(*) filter (where judged.verdict = 'wrong') as judged_wrong,
       count(*) filter (where judged.verdict = 'unsure') as judged_unsure,
       count(*) filter (where judged.verdict = 'right')::double precision
           / nullif(count(*) filter (where judged.verdict in ('right', 'wrong')), 0) as precision
from (select distinct on (e.id) e.id,
                                e.cause,
                                e.status,
                                nullif(rules_of.rule_set, '')    as rule_set,
                                rules_of.rules,
                                published.told_status is not null as told
      from freshlegs.episode e
               join rules_of using (athlete, cause, first_day)
               join ledger.episode published on published.id = e.id
      where ledger.is_alert(e.status)
      order by e.id, ledger.severity(e.status) desc, e.first_day) known
         left join judged on judged.alert_id = known.id
group by 1, 2, 3, 4;
comment on view freshlegs.rule_precision is 'How often people held alerts for right, by cause, rules and worst status; withdrawn alerts stand nowhere.';
comment on column freshlegs.rule_precision.cause is 'FATIGUE, ILLNESS or SAFETY.';
comment on column freshlegs.rule_precision.rule_set is 'The version of the set of rules that was judged, or that raised the alerts that nobody has judged; null when it is not known.';
comment on column freshlegs.rule_precision.rules is 'The rules of that cause with their versions; a JSON array of text, empty when they are not known.';
comment on column freshlegs.rule_precision.status is 'The worst status that the alerts reached.';
comment on column freshlegs.rule_precision.alerts is 'How many alerts stand.';
comment on column freshlegs.rule_precision.told is 'Of how many of them people were told or are about to be.';
comment on column freshlegs.rule_precision.judged_right is 'How many of them somebody called right.';
comment on column freshlegs.rule_precision.judged_wrong is 'How many of them somebody called wrong.';
comment on column freshlegs.rule_precision.judged_unsure is 'Of how many of them somebody said that nobody can tell.';
comment on column freshlegs.rule_precision.precision is 'Right of right and wrong, 0 to 1; null when nobody has said either.';

-- Messages that nobody wants are held back, not lost: they are due when the silence ends, if they are still news then.
alter table ledger.outbox
    add column news_until date;
comment on column ledger.outbox.news_until is 'The last day on which it is news: after that a message that was held back by a silence tells nobody.';

create function ledger.local_day(whose text, now timestamptz) returns date
    language sql stable
    begin atomic
        select (now at time zone coalesce((select a.zone from freshlegs.athlete a where a.athlete = whose), 'UTC'))::date;
    end;
comment on function ledger.local_day(text, timestamptz) is 'The athlete''s own day at that time, in UTC while no zone is known.';

create function ledger.silences(about text, message ledger.outbox) returns boolean
    language sql stable
    begin atomic
        select message.step in ('AMBER', 'BACK')
                   and message.payload ->> 'status' = 'AMBER'
                   and (about = lower(message.payload ->> 'cause')
                       or (select bool_and(split_part(rule, '/', 1) = about)
                           from freshlegs.episode e,
                                jsonb_array_elements_text(freshlegs.rules_of_cause(e.cause, to_jsonb(e) -> 'rules')) rule
                           where e.id = message.episode_id));
    end;
comment on function ledger.silences(text, ledger.outbox) is 'Whether a silence about that cause, or about the only rule of its cause that raised the alert, holds the message back; only what says AMBER ever is.';

create function ledger.silenced_by(message ledger.outbox, now timestamptz) returns text
    language sql stable
    begin atomic
        select s.about
        from ledger.episode e
                 join freshlegs.silence s on s.athlete = e.athlete
        where e.id = message.episode_id
          and ledger.silences(s.about, message)
          and ledger.local_day(e.athlete, now) between s.local_date and coalesce(s.until, 'infinity')
        order by s.about
        limit 1;
    end;
comment on function ledger.silenced_by(ledger.outbox, timestamptz) is 'The cause or rule whose silence holds the message back at that time; null when none does.';

create function ledger.was_silenced(message ledger.outbox) returns boolean
    language sql stable
    begin atomic
        select exists (select
                       from ledger.episode e
                                join freshlegs.silence_revision s on s.athlete = e.athlete
                       where e.id = message.episode_id
                         and not s.lifted
                         and ledger.silences(s.about, message)
                         and coalesce(s.until, 'infinity') >= ledger.local_day(e.athlete, message.not_before));
    end;
comment on function ledger.was_silenced(ledger.outbox) is 'Whether a silence may ever have held the message back.';

create function ledger.outbox_true_at(now timestamptz) returns setof ledger.outbox
    language sql stable
    begin atomic
        select o.*
        from ledger.outbox o
        where o.state in ('PENDING', 'SENDING')
          and o.not_before <= now
          and (o.next_attempt_at is null and o.state = 'PENDING' or o.next_attempt_at <= now)
          and not ledger.is_rebuilding_at(now)
          and case o.step
                  when 'GONE' then
                      exists (select
                              from ledger.outbox told
                              where told.episode_id = o.episode_id and told.recipient = o.recipient
                                and told.channel = o.channel and told.state = 'SENT' and ledger.is_alert(told.step))
                          and not exists (select
                                          from freshlegs.episode e
                                          where e.id = o.episode_id and ledger.is_alert(e.status))
                  when 'BACK' then
                      exists (select
                              from ledger.outbox told
                              where told.episode_id = o.episode_id and told.recipient = o.recipient
                                and told.channel = o.channel and told.state = 'SENT' and told.step = 'GONE')
                          and exists (select
                                      from freshlegs.episode e
                                      where e.id = o.episode_id and ledger.is_alert(e.status))
                  else exists (select
                               from freshlegs.episode e
                               where e.id = o.episode_id and ledger.severity(e.status) >= ledger.severity(o.step))
            end;
    end;
comment on function ledger.outbox_true_at(timestamptz) is 'Messages whose time has come and that are true of their episode, those that are held back included.';

-- What a sender holds already has left: a silence that comes then is too late.
create or replace function ledger.outbox_due_at(now timestamptz) returns setof ledger.outbox
    language sql stable
    begin atomic
        select o.*
        from ledger.outbox_true_at(now) o
        where ledger.silenced_by(o, now) is null
          and (o.news_until is null
            or (now at time zone 'UTC')::date <= o.news_until
            or not ledger.was_silenced(o));
    end;

create or replace view ledger.outbox_due as
select *
from ledger.outbox_due_at(now());
comment on column ledger.outbox_due.news_until is 'The last day on which it is news: after that a message that was held back by a silence tells nobody.';

create view ledger.outbox_held as
select o.id,
       o.episode_id,
       o.step,
       o.recipient,
       o.channel,
       ledger.silenced_by(o, now()) as silenced_by,
       o.news_until
from ledger.outbox_true_at(now()) o
where ledger.silenced_by(o, now()) is not null;
comment on view ledger.outbox_held is 'Messages that would be due now if nobody had silenced them.';
comment on column ledger.outbox_held.id is 'Number of the message.';
comment on column ledger.outbox_held.episode_id is 'The episode it tells of.';
comment on column ledger.outbox_held.step is 'The status it tells of, or BACK.';
comment on column ledger.outbox_held.recipient is 'Who would be told.';
comment on column ledger.outbox_held.channel is 'How, such as webhook.';
comment on column ledger.outbox_held.silenced_by is 'The cause or rule whose silence holds it back.';
comment on column ledger.outbox_held.news_until is 'The last day on which it would be told should the silence end.';
