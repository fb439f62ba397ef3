-- Alerts as a coach checks them: everything that one says, its evidence number by number, and the facts and files that it rests on.

alter table freshlegs.file_outcome
    add column readings jsonb not null default '[]';
comment on column freshlegs.file_outcome.readings is 'The readings and check-ins that it held; a JSON array of kind, localDate, factId, revision.';

-- A session counts as changed as long as nobody had it kept as planned.
create view freshlegs.alerts as
select told.*,
       told.calmly || case
                          when told.lighter_until is null then ''
                          else ' As things stand your plan is lighter until ' || to_char(told.lighter_until, 'FMDay FMDD FMMonth')
                              || '; it goes back to normal when this has passed.' end as athlete_why
from (select e.id,
             e.athlete,
             e.cause,
             case when e.open then 'OPEN' else 'CLOSED' end as standing,
             e.open,
             e.status,
             e.first_day,
             e.last_day,
             e.why,
             e.athlete_why as calmly,
             case when e.open then changed.until end as lighter_until,
             e.confidence ->> 'level' as confidence,
             e.confidence ->> 'why' as confidence_why,
             e.low_confidence,
             e.steps,
             e.domains,
             e.context,
             e.missing,
             e.agreement,
             e.clears,
             coalesce(changed.sessions, '[]') as plan,
             e.rules,
             e.rule_set,
             e.grounds,
             known.told_status,
             null::text as merged_into
      from freshlegs.episode e
               left join ledger.episode known on known.id = e.id
               cross join lateral (
          select jsonb_agg(jsonb_build_object('date', date, 'kind', adjustment -> 'kind', 'reason', adjustment -> 'reason',
                                              'planned', planned, 'prescribed', prescribed) order by date) as sessions,
                 max(date) filter (where date >= e.last_day) as until
          from freshlegs.prescription p
          where p.athlete = e.athlete and p.adjustment ->> 'cause' = e.cause and p.planned <> p.prescribed
            and p.date >= e.first_day and (e.open or p.date <= e.last_day)) changed
      union all
      select gone.id,
             gone.athlete,
             gone.cause,
             case gone.standing when 'MERGED' then 'MERGED' else 'WITHDRAWN' end,
             false,
             gone.told_status,
             gone.first_day,
             gone.last_day,
             case gone.standing
                 when 'MERGED' then 'Part of another alert now: late or corrected data has joined the two.'
                 else 'Withdrawn: late or corrected data has removed the ground for this alert.' end,
             '',
             null,
             null,
             null,
             null,
             '[]',
             '[]',
             '[]',
             '[]',
             '',
             '',
             '[]',
             '[]',
             '',
             '[]',
             gone.told_status,
             gone.merged_into
      from ledger.alert gone
      where gone.standing <> 'STANDS') told;
comment on view freshlegs.alerts is 'Every alert with all that it says: those of the season, and those that were told and do not stand any more. Stretches at most 7 days apart share an id.';
comment on column freshlegs.alerts.id is 'The name that people see; null while names are given back after a rebuild.';
comment on column freshlegs.alerts.athlete is 'The athlete.';
comment on column freshlegs.alerts.cause is 'FATIGUE, ILLNESS or SAFETY.';
comment on column freshlegs.alerts.standing is 'OPEN, CLOSED, MERGED (its days belong to another alert now) or WITHDRAWN (late or corrected data has removed its ground).';
comment on column freshlegs.alerts.open is 'Whether it goes on.';
comment on column freshlegs.alerts.status is 'The worst status it reached; of one that does not stand the worst that was told.';
comment on column freshlegs.alerts.first_day is 'The first day.';
comment on column freshlegs.alerts.last_day is 'The last day so far.';
comment on column freshlegs.alerts.why is 'The reason in one sentence.';
comment on column freshlegs.alerts.calmly is 'The same for the athlete, without the plan.';
comment on column freshlegs.alerts.lighter_until is 'The last day from its last day on of which the plan has changed the session because of it; null when there is none or it is closed.';
comment on column freshlegs.alerts.confidence is 'LOW, MODERATE or HIGH.';
comment on column freshlegs.alerts.confidence_why is 'Why so: kinds of evidence known, mornings logged, days that what is usual rests on.';
comment on column freshlegs.alerts.low_confidence is 'Whether check-ins were missing, so that heart markers alone had to agree.';
comment on column freshlegs.alerts.steps is 'When it reached which status; a JSON array of status, day.';
comment on column freshlegs.alerts.domains is 'The evidence on the day of the latest step; view alert_domains has it as rows.';
comment on column freshlegs.alerts.context is 'What else could explain it; a JSON array of text.';
comment on column freshlegs.alerts.missing is 'What was not there to be judged, and since when; a JSON array of text.';
comment on column freshlegs.alerts.agreement is 'How the kinds of evidence added up on the day of the latest step, number by number.';
comment on column freshlegs.alerts.clears is 'What would clear it and how far that is, or what has cleared it.';
comment on column freshlegs.alerts.plan is 'The sessions that the plan changed because of it, from its first day on; a JSON array of date, kind, reason, planned, prescribed.';
comment on column freshlegs.alerts.rules is 'The rules that saw something on the day of the latest step, each with its version; a JSON array of text.';
comment on column freshlegs.alerts.rule_set is 'The version of all thresholds on that day.';
comment on column freshlegs.alerts.grounds is 'The facts that it rests on; view alert_evidence has them as rows, with their files.';
comment on column freshlegs.alerts.told_status is 'The worst status of which people were told or are about to be; null when of none.';
comment on column freshlegs.alerts.merged_into is 'The alert that covers the days of a merged one.';
comment on column freshlegs.alerts.athlete_why is 'What the athlete is told: calm, without measurements, with what to do, and until when the plan is lighter if it is.';

create view freshlegs.alert_domains as
select e.id,
       e.athlete,
       e.cause,
       e.first_day,
       (e.steps -> -1 ->> 'day')::date as day,
       d.place::integer,
       d.name,
       d.known,
       d.votes,
       d.value,
       d.unit,
       d.baseline,
       d.spread,
       d.low,
       d.high,
       d."baselineDays" as baseline_days,
       (d.compared ->> 'value')::double precision as compared_value,
       (d.compared ->> 'usual')::double precision as compared_usual,
       (d.compared ->> 'spread')::double precision as compared_spread,
       d.z,
       d.chart,
       d."limit",
       d.days,
       d."values",
       d.rule
from freshlegs.episode e
         cross join lateral rows from (jsonb_to_recordset(e.domains) as (
    name text, known boolean, votes boolean, value double precision, unit text, baseline double precision,
    spread double precision, low double precision, high double precision, "baselineDays" integer, compared jsonb,
    z double precision, chart double precision, "limit" double precision, days integer, "values" integer,
    rule text)) with ordinality as d(
    name, known, votes, value, unit, baseline, spread, low, high, "baselineDays", compared, z, chart, "limit", days,
    "values", rule, place);
comment on view freshlegs.alert_domains is 'The evidence of every alert on the day of its latest step, one row per kind. z = (compared_value - compared_usual) / compared_spread, cut at 3 either way (HRV: usual - value); chart moves to z by a quarter of the difference a day (heart rate at pace: 0.35 a run; performance is z itself) and votes from limit on.';
comment on column freshlegs.alert_domains.id is 'The alert.';
comment on column freshlegs.alert_domains.athlete is 'The athlete.';
comment on column freshlegs.alert_domains.cause is 'FATIGUE, ILLNESS or SAFETY.';
comment on column freshlegs.alert_domains.first_day is 'The first day of the alert.';
comment on column freshlegs.alert_domains.day is 'The day of its latest step.';
comment on column freshlegs.alert_domains.place is 'Counts the kinds, from 1.';
comment on column freshlegs.alert_domains.name is 'SUBJECTIVE, RESTING_HEART_RATE, HRV, EXERCISE_HEART_RATE, PERFORMANCE or DISSOCIATION.';
comment on column freshlegs.alert_domains.known is 'Whether enough was known to judge.';
comment on column freshlegs.alert_domains.votes is 'Whether it counts against the athlete.';
comment on column freshlegs.alert_domains.value is 'The day''s value in the unit beside it, or the last one for as long as it is believed.';
comment on column freshlegs.alert_domains.unit is 'of 7 (mean answer), bpm, ms, bpm above expected or % slower.';
comment on column freshlegs.alert_domains.baseline is 'What is usual for the athlete, in that unit.';
comment on column freshlegs.alert_domains.spread is 'The athlete''s own spread, in that unit.';
comment on column freshlegs.alert_domains.low is 'Lower edge of the own band, one spread below usual.';
comment on column freshlegs.alert_domains.high is 'Upper edge of the own band, one spread above usual.';
comment on column freshlegs.alert_domains.baseline_days is 'How many days, runs or key sessions what is usual rests on.';
comment on column freshlegs.alert_domains.compared_value is 'The value that z is made of; HRV as natural logarithm of ms, feeling as mean of its items'' own z.';
comment on column freshlegs.alert_domains.compared_usual is 'What is usual for that day of the week, on the same scale.';
comment on column freshlegs.alert_domains.compared_spread is 'The spread on the same scale, never below its floor.';
comment on column freshlegs.alert_domains.z is 'How many spreads worse than usual the day''s value was; null on a day without one.';
comment on column freshlegs.alert_domains.chart is 'The exponentially weighted z that votes.';
comment on column freshlegs.alert_domains."limit" is 'From which chart on it votes; of the paradoxical one the chart votes down to it.';
comment on column freshlegs.alert_domains.days is 'How many days (runs, key sessions) in a row it has voted.';
comment on column freshlegs.alert_domains."values" is 'How many values there were lately: 14 days, of key sessions 28.';
comment on column freshlegs.alert_domains.rule is 'The rule that judged, with its version.';

create view freshlegs.alert_evidence as
with ground as (select e.id, e.athlete, e.cause, e.first_day, g.kind, g."factId" as fact_id, g.date as local_date
                from freshlegs.episode e
                         cross join lateral jsonb_to_recordset(e.grounds) as g(kind text, date date, "factId" text)),
     file as (select f.athlete, 'session' as kind, c.activity as fact_id, c.revision, f.delivery_id, f.path
              from freshlegs.file_outcome f
                       cross join lateral jsonb_to_recordset(f.copies) as c(activity text, revision text, kept boolean)
              where c.kept and f.outcome <> 'duplicate'
              union all
              select f.athlete, r.kind, r."factId", r.revision, f.delivery_id, f.path
              from freshlegs.file_outcome f
                       cross join lateral jsonb_to_recordset(f.readings) as r(kind text, "factId" text, revision text)
              where f.outcome <> 'duplicate')
select ground.id,
       ground.athlete,
       ground.cause,
       ground.first_day,
       ground.local_date,
       ground.kind,
       ground.fact_id,
       coalesce(reading.revision, checkin.revision, run.revision) as revision,
       coalesce(reading.bpm, reading.rmssd_milliseconds, checkin.mean_answer, run.distance_metres / 1000) as value,
       case
           when reading.bpm is not null then 'bpm'
           when reading.rmssd_milliseconds is not null then 'ms'
           when checkin.mean_answer is not null then 'of 7'
           when run.distance_metres is not null then 'km'
           end as unit,
       coalesce(reading.device, run.device) as device,
       named.delivery_id,
       named.path
from ground
         left join freshlegs.reading reading
                   on reading.athlete = ground.athlete and reading.kind = ground.kind and reading.fact_id = ground.fact_id
         left join lateral (
    select said.revision,
           (select avg(answer)::double precision
            from unnest(array [fatigue, mood, soreness, stress, sleep_quality]) as answer) as mean_answer
    from freshlegs.checkin said
    where said.athlete = ground.athlete and said.kind = ground.kind and said.fact_id = ground.fact_id) checkin on true
         left join freshlegs.activity run
                   on ground.kind = 'session' and run.athlete = ground.athlete and run.fact_id = ground.fact_id
         left join lateral (
    select delivery_id, path
    from file
    where file.athlete = ground.athlete and file.kind = ground.kind and file.fact_id = ground.fact_id
      and file.revision = coalesce(reading.revision, checkin.revision, run.revision)
    order by delivery_id
    limit 1) named on true;
comment on view freshlegs.alert_evidence is 'The facts that every alert rests on, each as it is believed now, with the file that it came in.';
comment on column freshlegs.alert_evidence.id is 'The alert.';
comment on column freshlegs.alert_evidence.athlete is 'The athlete.';
comment on column freshlegs.alert_evidence.cause is 'FATIGUE, ILLNESS or SAFETY.';
comment on column freshlegs.alert_evidence.first_day is 'The first day of the alert.';
comment on column freshlegs.alert_evidence.local_date is 'The day of the fact.';
comment on column freshlegs.alert_evidence.kind is 'session, resting-heart-rate, hrv, morning-checkin or run-checkin.';
comment on column freshlegs.alert_evidence.fact_id is 'What tells it from others of its kind; with the kind it is what retract takes.';
comment on column freshlegs.alert_evidence.revision is 'Hash of its content.';
comment on column freshlegs.alert_evidence.value is 'What it says, in the unit beside it: heart rate, HRV, mean answer of the morning, distance.';
comment on column freshlegs.alert_evidence.unit is 'bpm, ms, of 7 or km.';
comment on column freshlegs.alert_evidence.device is 'The device.';
comment on column freshlegs.alert_evidence.delivery_id is 'The delivery that brought it; null of what came without a file.';
comment on column freshlegs.alert_evidence.path is 'The file as its giver had it.';
