-- The guide's plan: on which terms, from which ability, what was issued, and who may train again.

create table freshlegs.plan_terms_revision
(
    athlete             text not null,
    fact_id             text not null,
    revision            text not null,
    local_date          date not null,
    ingested_at         timestamptz not null,
    recorded_at         timestamptz not null,
    edit                integer not null,
    days                jsonb not null,
    long_run            text not null,
    mode                text not null,
    most_changes_a_week integer not null,
    ended               boolean not null,
    told_by             jsonb not null,
    rank                bigint not null,
    primary key (athlete, fact_id, revision)
);
comment on table freshlegs.plan_terms_revision is 'Terms on which athletes train by the guides plan, as they were stated; view plan_terms has those to believe.';
comment on column freshlegs.plan_terms_revision.athlete is 'The athlete.';
comment on column freshlegs.plan_terms_revision.fact_id is 'The day from which they hold, as text.';
comment on column freshlegs.plan_terms_revision.revision is 'Hash of its content.';
comment on column freshlegs.plan_terms_revision.local_date is 'The day from which they hold, until later ones.';
comment on column freshlegs.plan_terms_revision.ingested_at is 'When it was taken in.';
comment on column freshlegs.plan_terms_revision.recorded_at is 'When it was said.';
comment on column freshlegs.plan_terms_revision.edit is 'Counts the corrections of it.';
comment on column freshlegs.plan_terms_revision.days is 'The days of the week on which training is possible; a JSON array of text.';
comment on column freshlegs.plan_terms_revision.long_run is 'The day of the week of the long run.';
comment on column freshlegs.plan_terms_revision.mode is 'automatic (changes hold at once) or review-first (changes are proposed).';
comment on column freshlegs.plan_terms_revision.most_changes_a_week is 'How many sessions the plan may change in a week for fatigue without being asked.';
comment on column freshlegs.plan_terms_revision.ended is 'Whether this ends the plan.';
comment on column freshlegs.plan_terms_revision.told_by is 'Who said it: role, id.';
comment on column freshlegs.plan_terms_revision.rank is 'The highest is believed.';

create table freshlegs.benchmark_revision
(
    athlete         text not null,
    fact_id         text not null,
    revision        text not null,
    local_date      date not null,
    ingested_at     timestamptz not null,
    recorded_at     timestamptz not null,
    edit            integer not null,
    event           text not null,
    distance_metres integer not null,
    seconds         integer not null,
    withdrawn       boolean not null,
    told_by         jsonb not null,
    rank            bigint not null,
    primary key (athlete, fact_id, revision)
);
comment on table freshlegs.benchmark_revision is 'Races and time trials with their times, as they were stated; view benchmark has those to believe.';
comment on column freshlegs.benchmark_revision.athlete is 'The athlete.';
comment on column freshlegs.benchmark_revision.fact_id is 'Its day, as text.';
comment on column freshlegs.benchmark_revision.revision is 'Hash of its content.';
comment on column freshlegs.benchmark_revision.local_date is 'The day on which it was run.';
comment on column freshlegs.benchmark_revision.ingested_at is 'When it was taken in.';
comment on column freshlegs.benchmark_revision.recorded_at is 'When it was said.';
comment on column freshlegs.benchmark_revision.edit is 'Counts the corrections of it.';
comment on column freshlegs.benchmark_revision.event is 'RACE or TIME_TRIAL.';
comment on column freshlegs.benchmark_revision.distance_metres is 'How far it was.';
comment on column freshlegs.benchmark_revision.seconds is 'How long it took.';
comment on column freshlegs.benchmark_revision.withdrawn is 'Whether it is out of the reckoning.';
comment on column freshlegs.benchmark_revision.told_by is 'Who said it: role, id.';
comment on column freshlegs.benchmark_revision.rank is 'The highest is believed.';

create table freshlegs.clearance_revision
(
    athlete     text not null,
    fact_id     text not null,
    revision    text not null,
    local_date  date not null,
    ingested_at timestamptz not null,
    recorded_at timestamptz not null,
    edit        integer not null,
    withdrawn   boolean not null,
    note        text,
    told_by     jsonb not null,
    rank        bigint not null,
    primary key (athlete, fact_id, revision)
);
comment on table freshlegs.clearance_revision is 'Leave to train again after a stop for safety, as it was given; view clearance has those to believe.';
comment on column freshlegs.clearance_revision.athlete is 'The athlete.';
comment on column freshlegs.clearance_revision.fact_id is 'The day from which it holds, as text.';
comment on column freshlegs.clearance_revision.revision is 'Hash of its content.';
comment on column freshlegs.clearance_revision.local_date is 'The day from which it holds.';
comment on column freshlegs.clearance_revision.ingested_at is 'When it was taken in.';
comment on column freshlegs.clearance_revision.recorded_at is 'When it was said.';
comment on column freshlegs.clearance_revision.edit is 'Counts the corrections of it.';
comment on column freshlegs.clearance_revision.withdrawn is 'Whether it was taken back.';
comment on column freshlegs.clearance_revision.note is 'What was added, in the persons own words.';
comment on column freshlegs.clearance_revision.told_by is 'Who said it: role, id.';
comment on column freshlegs.clearance_revision.rank is 'The highest is believed.';

create table freshlegs.issued_session_revision
(
    athlete     text not null,
    fact_id     text not null,
    revision    text not null,
    local_date  date not null,
    ingested_at timestamptz not null,
    recorded_at timestamptz not null,
    level       integer not null,
    level_name  text not null,
    planned     jsonb not null,
    adjustment  jsonb,
    rank        bigint not null,
    primary key (athlete, fact_id, revision)
);
comment on table freshlegs.issued_session_revision is 'Sessions as they stood when their day began; view issued_session has those to believe.';
comment on column freshlegs.issued_session_revision.athlete is 'The athlete.';
comment on column freshlegs.issued_session_revision.fact_id is 'Its day, as text.';
comment on column freshlegs.issued_session_revision.revision is 'Hash of its content.';
comment on column freshlegs.issued_session_revision.local_date is 'Its day.';
comment on column freshlegs.issued_session_revision.ingested_at is 'When it was taken in.';
comment on column freshlegs.issued_session_revision.recorded_at is 'When it was issued.';
comment on column freshlegs.issued_session_revision.level is 'Step of the plans ladder.';
comment on column freshlegs.issued_session_revision.level_name is 'What that step is called.';
comment on column freshlegs.issued_session_revision.planned is 'The ladders workout.';
comment on column freshlegs.issued_session_revision.adjustment is 'What was done to it and why; null when nothing was.';
comment on column freshlegs.issued_session_revision.rank is 'The highest is believed.';

alter table freshlegs.plan_decision_revision
    add column reason text;
comment on column freshlegs.plan_decision_revision.reason is 'Why, in the person''s own words.';
comment on column freshlegs.plan_decision_revision.verdict is 'accept, keep-plan, change or undo (as if nothing had been decided).';
comment on column freshlegs.plan_decision_revision.cause is 'The cause of the adjustment, such as FATIGUE.';
comment on column freshlegs.planned_phase_revision.phase is 'block (hard on purpose), taper, away, travel, busy, heat or ice.';
comment on column freshlegs.planned_phase_revision.fact_id is 'Its first day, for travel, busy, heat and ice with that word.';

create or replace view freshlegs.plan_decision as
select distinct on (athlete, fact_id) *
from freshlegs.plan_decision_revision told
where not freshlegs.is_retracted(athlete, 'plan-decision', fact_id, revision)
order by athlete, fact_id, rank desc, revision collate "C" desc;
comment on column freshlegs.plan_decision.reason is 'Why, in the person''s own words.';
comment on column freshlegs.plan_decision.verdict is 'accept, keep-plan, change or undo (as if nothing had been decided).';

alter table freshlegs.prescription
    add column week     jsonb,
    add column ability  jsonb   not null default '{}',
    add column done     jsonb,
    add column issued   boolean not null default false,
    add column proposed boolean not null default false;
comment on column freshlegs.prescription.planned is 'The ladder''s workout: kind, title, minutes, hard, metres, effort, focus, surface, blocks of steps, extras, reminders.';
comment on column freshlegs.prescription.adjustment is 'What was done and why (kind, reason, cause, revision, instead, until, episode, rules); null when nothing was.';
comment on column freshlegs.prescription.week is 'The week of the plan: number, of, monday, kind, mostMetres and what it should hold at least.';
comment on column freshlegs.prescription.ability is 'What the paces rest on: basis, date, metres, seconds, vdot, change against the benchmark before, predictedSeconds, againstBest.';
comment on column freshlegs.prescription.done is 'The planned session that was run on this day: plannedFor, kind, activity, grade and what that rests on; null when none was.';
comment on column freshlegs.prescription.issued is 'Whether it was issued when the day began, so that it stays.';
comment on column freshlegs.prescription.proposed is 'Whether its adjustment still waits for somebody to accept it.';

create view freshlegs.plan_terms as
select *
from (select distinct on (athlete, fact_id) *
      from freshlegs.plan_terms_revision
      where not freshlegs.is_retracted(athlete, 'plan-terms', fact_id, revision)
      order by athlete, fact_id, rank desc, revision collate "C" desc) believed;
comment on view freshlegs.plan_terms is 'The terms to believe, each from its day until the next.';

create view freshlegs.benchmark as
select *
from (select distinct on (athlete, fact_id) *
      from freshlegs.benchmark_revision
      where not freshlegs.is_retracted(athlete, 'benchmark', fact_id, revision)
      order by athlete, fact_id, rank desc, revision collate "C" desc) believed
where not withdrawn;
comment on view freshlegs.benchmark is 'The benchmarks to believe, one for each day; what was taken back is left out.';

create view freshlegs.clearance as
select *
from (select distinct on (athlete, fact_id) *
      from freshlegs.clearance_revision
      where not freshlegs.is_retracted(athlete, 'clearance', fact_id, revision)
      order by athlete, fact_id, rank desc, revision collate "C" desc) believed
where not withdrawn;
comment on view freshlegs.clearance is 'The leaves to believe; what was taken back is left out.';

create view freshlegs.issued_session as
select *
from (select distinct on (athlete, fact_id) *
      from freshlegs.issued_session_revision
      where not freshlegs.is_retracted(athlete, 'issued-session', fact_id, revision)
      order by athlete, fact_id, rank desc, revision collate "C" desc) believed;
comment on view freshlegs.issued_session is 'The sessions that were issued; of several tellings the first.';

do
$$
    declare
        pair record;
    begin
        for pair in
            select shown.attname as name, shown.view, told.description
            from (select 'freshlegs.plan_terms'::regclass as view, 'freshlegs.plan_terms_revision'::regclass as source
                  union all
                  select 'freshlegs.benchmark'::regclass, 'freshlegs.benchmark_revision'::regclass
                  union all
                  select 'freshlegs.clearance'::regclass, 'freshlegs.clearance_revision'::regclass
                  union all
                  select 'freshlegs.issued_session'::regclass, 'freshlegs.issued_session_revision'::regclass) both_sides
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
