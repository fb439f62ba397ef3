-- What people and programs read: of several revisions the one with the highest rank, then the highest revision.

create view freshlegs.activity as
select distinct on (athlete, fact_id) *
from freshlegs.session_revision
order by athlete, fact_id, recording_rank desc, revision collate "C" desc;
comment on view freshlegs.activity is 'The best revision of every activity.';

create view freshlegs.reading as
select distinct on (athlete, kind, fact_id) *
from freshlegs.reading_revision
order by athlete, kind, fact_id, rank desc, revision collate "C" desc;
comment on view freshlegs.reading is 'The reading to believe of every kind and day.';

create view freshlegs.checkin as
select distinct on (athlete, kind, fact_id) *
from freshlegs.checkin_revision
order by athlete, kind, fact_id, rank desc, revision collate "C" desc;
comment on view freshlegs.checkin is 'The telling to believe of every morning and run.';

create view freshlegs.athlete as
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
          order by fact_id, rank desc, revision collate "C" desc) said
    ) stated
         cross join lateral (
    select (select date from freshlegs.trend_day t
            where t.athlete = known.athlete and t.kind <> 'MISSING' order by date limit 1) as first_day,
           (select date from freshlegs.trend_day t
            where t.athlete = known.athlete and t.kind <> 'MISSING' order by date desc limit 1) as last_day
    ) heard;
comment on view freshlegs.athlete is 'Every athlete with the latest stated value of each field; those known only by their files too.';
comment on column freshlegs.athlete.athlete is 'The athlete.';
comment on column freshlegs.athlete.zone is 'Time zone.';
comment on column freshlegs.athlete.sex is 'FEMALE, MALE or UNKNOWN.';
comment on column freshlegs.athlete.birth_year is 'Year of birth.';
comment on column freshlegs.athlete.resting_heart_rate_bpm is 'Resting heart rate as stated.';
comment on column freshlegs.athlete.maximal_heart_rate_bpm is 'Maximal heart rate as stated.';
comment on column freshlegs.athlete.threshold_heart_rate_bpm is 'Heart rate at threshold as stated.';
comment on column freshlegs.athlete.threshold_pace_seconds_per_kilometre is 'Pace at threshold as stated.';
comment on column freshlegs.athlete.first_day is 'The first day on which the athlete trained or rested.';
comment on column freshlegs.athlete.last_day is 'The last day on which the athlete trained or rested.';

create view freshlegs.squad as
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
    where f.athlete = known.athlete and f.outcome = 'imported') delivered
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
comment on view freshlegs.squad is 'One row per athlete: how each stands on the last judged day.';
comment on column freshlegs.squad.athlete is 'The athlete.';
comment on column freshlegs.squad.status is 'Status on the last judged day; UNKNOWN when there is none.';
comment on column freshlegs.squad.status_date is 'The last judged day.';
comment on column freshlegs.squad.why is 'The reason in one sentence.';
comment on column freshlegs.squad.low_confidence is 'Whether little is known.';
comment on column freshlegs.squad.last_delivery_at is 'When a file last brought something new.';
comment on column freshlegs.squad.last_day is 'The last day on which the athlete trained or rested.';
comment on column freshlegs.squad.load7d is 'Load of the last seven days.';
comment on column freshlegs.squad.fitness is '42-day exponential mean of load.';
comment on column freshlegs.squad.fatigue is '7-day exponential mean of load.';
comment on column freshlegs.squad.form is 'Yesterday''s fitness less yesterday''s fatigue.';
comment on column freshlegs.squad.open_episodes is 'How many episodes are open.';
comment on column freshlegs.squad.next_adjustment is 'The next changed session from the last judged day on: date, kind, reason, planned, prescribed.';
comment on column freshlegs.squad.next_hard is 'The next session planned hard from the last judged day on: date, planned, prescribed.';

-- A view's column means what the column of the same name in its table means.
do
$$
    declare
        pair record;
    begin
        for pair in
            select shown.attname as name, shown.view, told.description
            from (select 'freshlegs.activity'::regclass as view, 'freshlegs.session_revision'::regclass as source
                  union all
                  select 'freshlegs.reading'::regclass, 'freshlegs.reading_revision'::regclass
                  union all
                  select 'freshlegs.checkin'::regclass, 'freshlegs.checkin_revision'::regclass
                  union all
                  select 'ledger.outbox_due'::regclass, 'ledger.outbox'::regclass) both_sides
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
