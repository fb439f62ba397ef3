-- How files came, how copies of one run stand, and what people decided about them.

alter table freshlegs.file_outcome
    add column route            text    not null default 'import',
    add column archive          text,
    add column copies           jsonb   not null default '[]',
    add column taken_back       jsonb   not null default '[]',
    add column salvage          jsonb,
    add column unknown_messages integer not null default 0,
    add column decision         text    not null default 'none';
create index file_outcome_archive on freshlegs.file_outcome (athlete, archive) where archive is not null;
create index file_outcome_taken_back on freshlegs.file_outcome (athlete) where taken_back <> '[]';
comment on column freshlegs.file_outcome.route is 'The way it came: inbox, import, upload, relay or garmin.';
comment on column freshlegs.file_outcome.archive is 'The delivery of the archive that it lay in.';
comment on column freshlegs.file_outcome.copies is 'How each of its activities stands among the copies of one run; a JSON array of objects.';
comment on column freshlegs.file_outcome.taken_back is 'Its readings and check-ins that count no more, because every file that held them was taken back; a JSON array of objects.';
comment on column freshlegs.file_outcome.salvage is 'What is wrong with a damaged file and how much of it was read: reason, percentRead.';
comment on column freshlegs.file_outcome.unknown_messages is 'How many of its messages were of kinds that nobody documents.';
comment on column freshlegs.file_outcome.decision is 'What a person decided about it or its archive: keep, split, undo or none.';

alter table freshlegs.session_revision
    add column source        jsonb not null default '{"format": "FIT"}',
    add column watch_profile jsonb not null default '{}';
comment on column freshlegs.session_revision.source is 'The file it was read from: format, fileId, salvage.';
comment on column freshlegs.session_revision.watch_profile is 'Heart rates that the watch believes of its wearer.';

-- Every run once: the copy that the outcomes of its files say is kept. Until a recording has an outcome, the richest revision of
-- its name stands in, unless one of that name is kept already.
drop view freshlegs.activity;
create view freshlegs.activity as
select athlete,
       fact_id,
       revision,
       ingested_at,
       start,
       local_date,
       sport,
       sub_sport,
       device,
       heart_rate_source,
       recording_rank,
       problem,
       timer_seconds,
       elapsed_seconds,
       moving_seconds,
       distance_metres,
       workout_rpe,
       workout_feel,
       heart_rate,
       heart_rate_quality,
       case
           when heart_rate_quality >= 0.9 then 'good'
           when heart_rate_quality >= 0.7 then 'usable'
           when heart_rate_quality is not null then 'poor'
           end as heart_rate_grade,
       pace,
       decoupling_percent,
       minutes,
       repeats,
       repeat_source,
       source,
       watch_profile
from (select session.*,
             stands.kept,
             case
                 when session.heart_rate ->> 'meanBpm' is not null
                     or (session.heart_rate ->> 'validShare')::numeric > 0
                     then round((session.heart_rate ->> 'validShare')::numeric, 2)::double precision
                 end as heart_rate_quality,
             bool_or(coalesce(stands.kept, false))
             over (partition by session.athlete, session.fact_id) as one_is_kept,
             row_number() over (partition by session.athlete, session.fact_id, stands.kept is null
                 order by session.recording_rank desc, session.revision collate "C" desc) as place
      from freshlegs.session_revision session
               left join (select file.athlete, copy.activity, copy.revision, bool_or(copy.kept) as kept
                          from freshlegs.file_outcome file
                                   cross join lateral jsonb_to_recordset(file.copies)
                              as copy(activity text, revision text, kept boolean)
                          group by file.athlete, copy.activity, copy.revision) stands
                         on stands.athlete = session.athlete and stands.activity = session.fact_id
                             and stands.revision = session.revision) recorded
where kept
   or (kept is null and not one_is_kept and place = 1);
comment on view freshlegs.activity is 'Every run and other activity once: of its copies the one that is kept for analysis.';
comment on column freshlegs.activity.heart_rate_quality is 'Valid heart-rate seconds over moving seconds, 0 to 1; null when there is no heart rate.';
comment on column freshlegs.activity.heart_rate_grade is 'good from 0.9, usable from 0.7, else poor; null when there is no heart rate.';

-- What files held that were all taken back counts no more.
create view freshlegs.taken_back as
select file.athlete, gone.kind, gone."factId" as fact_id, gone.revision
from freshlegs.file_outcome file
         cross join lateral jsonb_to_recordset(file.taken_back) as gone(kind text, "factId" text, revision text)
where file.taken_back <> '[]';
comment on view freshlegs.taken_back is 'Readings and check-ins that count no more, because every file that held them was taken back.';
comment on column freshlegs.taken_back.athlete is 'The athlete.';
comment on column freshlegs.taken_back.kind is 'The kind of reading or check-in.';
comment on column freshlegs.taken_back.fact_id is 'What tells it from others of its kind.';
comment on column freshlegs.taken_back.revision is 'Hash of its content.';

create or replace view freshlegs.reading as
select distinct on (athlete, kind, fact_id) *
from freshlegs.reading_revision told
where not exists (select from freshlegs.taken_back gone
                  where gone.athlete = told.athlete and gone.kind = told.kind and gone.fact_id = told.fact_id
                    and gone.revision = told.revision)
order by athlete, kind, fact_id, rank desc, revision collate "C" desc;

create or replace view freshlegs.checkin as
select distinct on (athlete, kind, fact_id) *
from freshlegs.checkin_revision told
where not exists (select from freshlegs.taken_back gone
                  where gone.athlete = told.athlete and gone.kind = told.kind and gone.fact_id = told.fact_id
                    and gone.revision = told.revision)
order by athlete, kind, fact_id, rank desc, revision collate "C" desc;

-- A file that was taken back brought nothing.
create or replace view freshlegs.squad as
select known.athlete,
       coalesce(latest.status, 'UNKNOWN') as status,
       latest.date as status_date,
       latest.why,
       coalesce(latest.low_confidence, true) as low_confidence,
       delivered.last_delivery_at,
       heard.last_day,
       trend.load7d,
       trend.fitness,
       trend.fatigue,
       trend.form,
       alerts.open_episodes,
       adjusted.next_adjustment,
       hard.next_hard
from freshlegs.known_athlete known
         left join lateral (
    select status, date, why, low_confidence
    from freshlegs.status_day s
    where s.athlete = known.athlete
    order by date desc
    limit 1) latest on true
         left join lateral (
    select date, fitness, fatigue, form,
           (select sum(week.load) from freshlegs.trend_day week
            where week.athlete = t.athlete and week.date between t.date - 6 and t.date) as load7d
    from freshlegs.trend_day t
    where t.athlete = known.athlete
    order by date desc
    limit 1) trend on true
         left join lateral (
    select date as last_day
    from freshlegs.trend_day t
    where t.athlete = known.athlete and t.kind <> 'MISSING'
    order by date desc
    limit 1) heard on true
         cross join lateral (
    select max(received_at) as last_delivery_at
    from freshlegs.file_outcome f
    where f.athlete = known.athlete and f.outcome = 'imported' and f.decision <> 'undo') delivered
         cross join lateral (
    select count(*)::integer as open_episodes
    from freshlegs.episode e
    where e.athlete = known.athlete and e.open) alerts
         left join lateral (
    select jsonb_build_object('date', date, 'kind', adjustment -> 'kind', 'reason', adjustment -> 'reason',
                              'planned', planned, 'prescribed', prescribed) as next_adjustment
    from freshlegs.prescription p
    where p.athlete = known.athlete and p.adjustment is not null and p.date >= latest.date
    order by date
    limit 1) adjusted on true
         left join lateral (
    select jsonb_build_object('date', date, 'planned', planned, 'prescribed', prescribed) as next_hard
    from freshlegs.prescription p
    where p.athlete = known.athlete and (p.planned ->> 'hard')::boolean and p.date >= latest.date
    order by date
    limit 1) hard on true;

do
$$
    declare
        pair record;
    begin
        for pair in
            select shown.attname as name, told.description
            from pg_attribute shown
                     join pg_attribute original
                          on original.attrelid = 'freshlegs.session_revision'::regclass
                              and original.attname = shown.attname
                     join pg_description told on told.objoid = original.attrelid and told.objsubid = original.attnum
                and told.classoid = 'pg_class'::regclass
            where shown.attrelid = 'freshlegs.activity'::regclass and shown.attnum > 0
            loop
                execute format('comment on column freshlegs.activity.%I is %L', pair.name, pair.description);
            end loop;
    end
$$;
