-- What athletes train for, what people decided about the plan, and what was taken back for good.

create table freshlegs.goal_revision
(
    athlete         text        not null,
    fact_id         text        not null,
    revision        text        not null,
    local_date      date        not null,
    ingested_at     timestamptz not null,
    recorded_at     timestamptz not null,
    edit            integer     not null,
    event           text        not null,
    distance_metres integer     not null,
    event_date      date        not null,
    target_seconds  integer,
    rank            bigint      not null,
    primary key (athlete, fact_id, revision)
);
comment on table freshlegs.goal_revision is 'Goals as they were stated; view goal has the tellings to believe.';
comment on column freshlegs.goal_revision.athlete is 'The athlete.';
comment on column freshlegs.goal_revision.fact_id is 'The day from which it holds, as text.';
comment on column freshlegs.goal_revision.revision is 'Hash of its content.';
comment on column freshlegs.goal_revision.local_date is 'The day from which it holds, until a later one replaces it.';
comment on column freshlegs.goal_revision.ingested_at is 'When it was taken in.';
comment on column freshlegs.goal_revision.recorded_at is 'When it was said.';
comment on column freshlegs.goal_revision.edit is 'Counts the corrections of it.';
comment on column freshlegs.goal_revision.event is 'RACE or TIME_TRIAL.';
comment on column freshlegs.goal_revision.distance_metres is 'How far it is.';
comment on column freshlegs.goal_revision.event_date is 'The day of the event.';
comment on column freshlegs.goal_revision.target_seconds is 'The time that is hoped for.';
comment on column freshlegs.goal_revision.rank is 'The highest is believed.';

create table freshlegs.plan_decision_revision
(
    athlete     text        not null,
    fact_id     text        not null,
    revision    text        not null,
    local_date  date        not null,
    cause       text        not null,
    answers     text        not null,
    ingested_at timestamptz not null,
    recorded_at timestamptz not null,
    edit        integer     not null,
    verdict     text        not null,
    workout     text,
    decided_by  jsonb       not null,
    rank        bigint      not null,
    primary key (athlete, fact_id, revision)
);
comment on table freshlegs.plan_decision_revision is 'What people decided about adjustments of the plan; view plan_decision has the tellings to believe, column decisions of prescription what became of them.';
comment on column freshlegs.plan_decision_revision.athlete is 'The athlete.';
comment on column freshlegs.plan_decision_revision.fact_id is 'The adjustment: its day and cause.';
comment on column freshlegs.plan_decision_revision.revision is 'Hash of its content.';
comment on column freshlegs.plan_decision_revision.local_date is 'The day of the adjustment.';
comment on column freshlegs.plan_decision_revision.cause is 'FATIGUE, ILLNESS, SAFETY or SPACING.';
comment on column freshlegs.plan_decision_revision.answers is 'The revision of the adjustment that the person saw.';
comment on column freshlegs.plan_decision_revision.ingested_at is 'When it was taken in.';
comment on column freshlegs.plan_decision_revision.recorded_at is 'When it was decided.';
comment on column freshlegs.plan_decision_revision.edit is 'Counts the corrections of it.';
comment on column freshlegs.plan_decision_revision.verdict is 'accept, keep-plan or change.';
comment on column freshlegs.plan_decision_revision.workout is 'The workout that it was changed to.';
comment on column freshlegs.plan_decision_revision.decided_by is 'Who decided: role, id.';
comment on column freshlegs.plan_decision_revision.rank is 'The highest is believed.';

create table freshlegs.retraction_revision
(
    athlete         text        not null,
    fact_id         text        not null,
    revision        text        not null,
    target_kind     text        not null,
    target_id       text        not null,
    target_revision text,
    ingested_at     timestamptz not null,
    recorded_at     timestamptz not null,
    edit            integer     not null,
    lifted          boolean     not null,
    told_by         jsonb       not null,
    rank            bigint      not null,
    primary key (athlete, fact_id, revision)
);
comment on table freshlegs.retraction_revision is 'Facts that were taken back for good; view retraction has the tellings to believe.';
comment on column freshlegs.retraction_revision.athlete is 'The athlete.';
comment on column freshlegs.retraction_revision.fact_id is 'What is taken back, in one word.';
comment on column freshlegs.retraction_revision.revision is 'Hash of its content.';
comment on column freshlegs.retraction_revision.target_kind is 'The kind of the fact that is taken back.';
comment on column freshlegs.retraction_revision.target_id is 'Which fact of its kind.';
comment on column freshlegs.retraction_revision.target_revision is 'The one revision that is taken back; null for all.';
comment on column freshlegs.retraction_revision.ingested_at is 'When it was taken in.';
comment on column freshlegs.retraction_revision.recorded_at is 'When it was said.';
comment on column freshlegs.retraction_revision.edit is 'Counts the corrections of it.';
comment on column freshlegs.retraction_revision.lifted is 'Whether this edit lifts it.';
comment on column freshlegs.retraction_revision.told_by is 'Who said it: role, id.';
comment on column freshlegs.retraction_revision.rank is 'The highest is believed.';

create view freshlegs.retraction as
select distinct on (athlete, fact_id) *
from freshlegs.retraction_revision
order by athlete, fact_id, rank desc, revision collate "C" desc;
comment on view freshlegs.retraction is 'The telling to believe of everything that was ever taken back; what is lifted stands here too.';

create function freshlegs.is_retracted(whose text, kind text, id text, revision text) returns boolean
    language sql stable
    begin atomic
        select exists (select
                       from freshlegs.retraction gone
                       where gone.athlete = whose
                         and gone.target_kind = kind
                         and gone.target_id = id
                         and coalesce(gone.target_revision, is_retracted.revision) = is_retracted.revision
                         and not gone.lifted);
    end;
comment on function freshlegs.is_retracted(text, text, text, text) is 'Whether a telling of a fact was taken back for good.';

create view freshlegs.goal as
select distinct on (athlete, fact_id) *
from freshlegs.goal_revision told
where not freshlegs.is_retracted(athlete, 'goal', fact_id, revision)
order by athlete, fact_id, rank desc, revision collate "C" desc;
comment on view freshlegs.goal is 'The goals to believe, each from its day until the next; prescription has the one that lies ahead.';

create view freshlegs.plan_decision as
select distinct on (athlete, fact_id) *
from freshlegs.plan_decision_revision told
where not freshlegs.is_retracted(athlete, 'plan-decision', fact_id, revision)
order by athlete, fact_id, rank desc, revision collate "C" desc;
comment on view freshlegs.plan_decision is 'The decision to believe about every adjustment.';

alter table freshlegs.prescription
    add column aim       jsonb,
    add column decisions jsonb not null default '[]';
comment on column freshlegs.prescription.adjustment is 'What was done and why (kind, reason, cause, revision); null when nothing was.';
comment on column freshlegs.prescription.aim is 'The goal that lies ahead: event, distanceMetres, date, targetSeconds.';
comment on column freshlegs.prescription.decisions is 'What people decided about its adjustment, whether it holds and why; a JSON array of objects.';

-- What was taken back counts no more.
create or replace view freshlegs.reading as
select distinct on (athlete, kind, fact_id) *
from freshlegs.reading_revision told
where not exists (select from freshlegs.taken_back gone
                  where gone.athlete = told.athlete and gone.kind = told.kind and gone.fact_id = told.fact_id
                    and gone.revision = told.revision)
  and not freshlegs.is_retracted(athlete, kind, fact_id, revision)
order by athlete, kind, fact_id, rank desc, revision collate "C" desc;

create or replace view freshlegs.checkin as
select distinct on (athlete, kind, fact_id) *
from freshlegs.checkin_revision told
where not exists (select from freshlegs.taken_back gone
                  where gone.athlete = told.athlete and gone.kind = told.kind and gone.fact_id = told.fact_id
                    and gone.revision = told.revision)
  and not freshlegs.is_retracted(athlete, kind, fact_id, revision)
order by athlete, kind, fact_id, rank desc, revision collate "C" desc;

create or replace view freshlegs.athlete as
select known.athlete,
       stated.zone,
       stated.sex,
       stated.birth_year,
       stated.resting_heart_rate_bpm,
       stated.maximal_heart_rate_bpm,
       stated.threshold_heart_rate_bpm,
       stated.threshold_pace_seconds_per_kilometre,
       heard.first_day,
       heard.last_day
from freshlegs.known_athlete known
         cross join lateral (
    select (array_agg(zone order by local_date desc) filter (where zone is not null))[1] as zone,
           (array_agg(sex order by local_date desc) filter (where sex is not null))[1] as sex,
           (array_agg(birth_year order by local_date desc) filter (where birth_year is not null))[1] as birth_year,
           (array_agg(resting_heart_rate_bpm order by local_date desc)
            filter (where resting_heart_rate_bpm is not null))[1] as resting_heart_rate_bpm,
           (array_agg(maximal_heart_rate_bpm order by local_date desc)
            filter (where maximal_heart_rate_bpm is not null))[1] as maximal_heart_rate_bpm,
           (array_agg(threshold_heart_rate_bpm order by local_date desc)
            filter (where threshold_heart_rate_bpm is not null))[1] as threshold_heart_rate_bpm,
           (array_agg(threshold_pace_seconds_per_kilometre order by local_date desc)
            filter (where threshold_pace_seconds_per_kilometre is not null))[1]
               as threshold_pace_seconds_per_kilometre
    from (select distinct on (fact_id) *
          from freshlegs.profile_revision p
          where p.athlete = known.athlete
            and not freshlegs.is_retracted(p.athlete, 'profile', p.fact_id, p.revision)
          order by fact_id, rank desc, revision collate "C" desc) said
    ) stated
         cross join lateral (
    select (select date from freshlegs.trend_day t
            where t.athlete = known.athlete and t.kind <> 'MISSING' order by date limit 1) as first_day,
           (select date from freshlegs.trend_day t
            where t.athlete = known.athlete and t.kind <> 'MISSING' order by date desc limit 1) as last_day
    ) heard;

do
$$
    declare
        pair record;
    begin
        for pair in
            select shown.attname as name, shown.view, told.description
            from (select 'freshlegs.goal'::regclass as view, 'freshlegs.goal_revision'::regclass as source
                  union all
                  select 'freshlegs.plan_decision'::regclass, 'freshlegs.plan_decision_revision'::regclass
                  union all
                  select 'freshlegs.retraction'::regclass, 'freshlegs.retraction_revision'::regclass) both_sides
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
