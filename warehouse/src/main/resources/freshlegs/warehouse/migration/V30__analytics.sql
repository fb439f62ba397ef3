-- What operators and analysts ask in SQL: a schema of views alone, which a role that may read nothing else may read. Its views and
-- columns stay; docs/analytics.md has them. Free text of people, addresses and names are not in it.

create schema analytics;
comment on schema analytics is 'What operators ask in SQL: stable views for reading alone, one row for each thing.';

-- When each file first became a row, which no rebuild can tell again; files from before this have no time.
create table ledger.file_arrival
(
    athlete     text        not null,
    delivery_id text        not null,
    row_at      timestamptz not null,
    primary key (athlete, delivery_id)
);
comment on table ledger.file_arrival is 'When each file first became a row of freshlegs.file_outcome, by the clock of the database; a rebuild keeps it.';
comment on column ledger.file_arrival.athlete is 'The athlete.';
comment on column ledger.file_arrival.delivery_id is 'The delivery.';
comment on column ledger.file_arrival.row_at is 'When it first became a row.';

create function ledger.note_arrival() returns trigger
    language plpgsql as
$$
begin
    insert into ledger.file_arrival select athlete, delivery_id, now() from arrived on conflict do nothing;
    return null;
end;
$$;
comment on function ledger.note_arrival() is 'Notes when files first became rows.';
create trigger note_arrival
    after insert
    on freshlegs.file_outcome
    referencing new table as arrived
    for each statement
execute function ledger.note_arrival();

-- Whoever may read a view may not read what a function in it reads, so these look with the rights of the schemas' owner. The first
-- answers yes or no; both can only be named by who may use their schemas.
alter function freshlegs.is_retracted(text, text, text, text) security definer;

-- Asks for the row anew, so that ledger.outbox may get more columns.
create function ledger.silence_of(message bigint, now timestamptz) returns text
    language sql stable security definer set search_path = pg_catalog, pg_temp as
$$
select ledger.silenced_by(o, now) from ledger.outbox o where o.id = message
$$;
comment on function ledger.silence_of(bigint, timestamptz) is 'The cause or rule whose silence holds a message back at that time; null when none does.';

create view analytics.athletes as
select known.athlete,
       known.zone,
       known.sex,
       known.birth_year,
       known.resting_heart_rate_bpm,
       known.maximal_heart_rate_bpm,
       known.threshold_heart_rate_bpm,
       known.threshold_pace_seconds_per_kilometre,
       known.first_day,
       known.last_day,
       coalesce(heard.known_days, 0) as known_days,
       coalesce(heard.runs, 0) as runs,
       heard.mean_week_load,
       coalesce(heard.heart_rate, false) as measures_heart_rate,
       coalesce(heard.resting_heart_rate, false) as measures_resting_heart_rate,
       coalesce(heard.hrv, false) as measures_hrv,
       coalesce(heard.sleep, false) as measures_sleep,
       coalesce(heard.feeling, false) as says_how_it_feels,
       delivered.last_file_at
from freshlegs.athlete known
         left join (select athlete,
                           count(*) as known_days,
                           sum(runs) as runs,
                           7 * avg(load) as mean_week_load,
                           bool_or(heart_rate_bpm is not null) as heart_rate,
                           bool_or(resting_heart_rate_bpm is not null) as resting_heart_rate,
                           bool_or(hrv_rmssd_milliseconds is not null) as hrv,
                           bool_or(sleep_hours is not null) as sleep,
                           bool_or(subjective is not null) as feeling
                    from freshlegs.trend_day
                    where kind <> 'MISSING'
                    group by athlete) heard on heard.athlete = known.athlete
         left join (select athlete, max(received_at) as last_file_at
                    from freshlegs.file_outcome
                    where outcome = 'imported' and decision <> 'undo'
                    group by athlete) delivered on delivered.athlete = known.athlete;
comment on view analytics.athletes is 'Everybody of whom anything is known, one row each, with what was stated last and what their days rest on.';
comment on column analytics.athletes.athlete is 'The athletes id, an opaque word; key, joins every other view.';
comment on column analytics.athletes.zone is 'Time zone, such as Europe/Berlin; null when not stated.';
comment on column analytics.athletes.sex is 'FEMALE, MALE or UNKNOWN; null when not stated.';
comment on column analytics.athletes.birth_year is 'Year of birth; null when not stated.';
comment on column analytics.athletes.resting_heart_rate_bpm is 'Resting heart rate as stated, beats a minute.';
comment on column analytics.athletes.maximal_heart_rate_bpm is 'Maximal heart rate as stated, beats a minute.';
comment on column analytics.athletes.threshold_heart_rate_bpm is 'Heart rate at threshold as stated, beats a minute.';
comment on column analytics.athletes.threshold_pace_seconds_per_kilometre is 'Pace at threshold as stated, seconds a kilometre.';
comment on column analytics.athletes.first_day is 'The first local day on which the athlete trained or rested.';
comment on column analytics.athletes.last_day is 'The last local day on which the athlete trained or rested.';
comment on column analytics.athletes.known_days is 'On how many days the athlete trained or rested.';
comment on column analytics.athletes.runs is 'How many runs there were on them.';
comment on column analytics.athletes.mean_week_load is 'Load of a mean week of the known days, load units; 100 is an hour at threshold.';
comment on column analytics.athletes.measures_heart_rate is 'Whether any run has a heart rate.';
comment on column analytics.athletes.measures_resting_heart_rate is 'Whether any day has a resting heart rate.';
comment on column analytics.athletes.measures_hrv is 'Whether any night has a heart-rate variability.';
comment on column analytics.athletes.measures_sleep is 'Whether any night has a time asleep.';
comment on column analytics.athletes.says_how_it_feels is 'Whether any morning has a check-in.';
comment on column analytics.athletes.last_file_at is 'When a file last brought something new.';

create view analytics.activities as
select run.athlete,
       run.fact_id as activity_id,
       run.revision,
       run.local_date as day,
       run.start as started_at,
       run.start + make_interval(secs => run.elapsed_seconds) as ended_at,
       run.sport,
       run.sub_sport,
       run.device,
       split_part(run.device, '/', 1) as maker,
       run.heart_rate_source,
       run.heart_rate_grade,
       amounts.kind,
       amounts.hard,
       run.timer_seconds,
       run.elapsed_seconds,
       run.moving_seconds,
       run.distance_metres,
       amounts.load,
       amounts.load_basis,
       amounts.effort,
       amounts.effort_load,
       amounts.heart_rate_bpm,
       amounts.pace_seconds_per_kilometre,
       amounts.efficiency,
       amounts.decoupling_percent,
       amounts.heart_rate_at_pace_residual_bpm,
       amounts.heart_rate_recovery60s_bpm,
       run.problem,
       run.ingested_at as taken_in_at
from freshlegs.activity run
         left join freshlegs.activity_analysis amounts
                   on amounts.athlete = run.athlete and amounts.date = run.local_date
                       and amounts.fact_id = run.fact_id and amounts.revision = run.revision;
comment on view analytics.activities is 'Every run and other activity once, of its copies the one that is analysed, with what it amounted to for the athlete.';
comment on column analytics.activities.athlete is 'The athlete.';
comment on column analytics.activities.activity_id is 'Its start and sport, such as 20261124T060000Z-running; key with athlete and revision.';
comment on column analytics.activities.revision is 'Which of its recordings; two count only when somebody said that they are two runs.';
comment on column analytics.activities.day is 'The local day that it belongs to.';
comment on column analytics.activities.started_at is 'When it began.';
comment on column analytics.activities.ended_at is 'When it ended, pauses included.';
comment on column analytics.activities.sport is 'The sport, such as RUNNING.';
comment on column analytics.activities.sub_sport is 'Its finer kind as the watch names it.';
comment on column analytics.activities.device is 'The recording device: maker, and product when known, such as garmin/4315.';
comment on column analytics.activities.maker is 'The maker of the device alone, such as garmin.';
comment on column analytics.activities.heart_rate_source is 'STRAP, WRIST or UNKNOWN.';
comment on column analytics.activities.heart_rate_grade is 'good from 0.9 of the moving time with a valid heart rate, usable from 0.7, else poor; null without heart rate.';
comment on column analytics.activities.kind is 'EASY, STRIDES, TEMPO, PROGRESSION, REPEATS, HARD (of no other kind) or OTHER (no run); null while it is not analysed.';
comment on column analytics.activities.hard is 'Whether it makes the day a hard one.';
comment on column analytics.activities.timer_seconds is 'Time with the timer on, seconds.';
comment on column analytics.activities.elapsed_seconds is 'Time from start to end, seconds.';
comment on column analytics.activities.moving_seconds is 'Time in motion, seconds.';
comment on column analytics.activities.distance_metres is 'Distance, metres.';
comment on column analytics.activities.load is 'Load that counts, load units; 100 is an hour at threshold.';
comment on column analytics.activities.load_basis is 'What the load was computed from: heart-rate, heart-rate-degraded, pace, effort or imputed.';
comment on column analytics.activities.effort is 'Effort told, 1 to 10 with 10 hardest.';
comment on column analytics.activities.effort_load is 'Effort times minutes.';
comment on column analytics.activities.heart_rate_bpm is 'Mean heart rate, beats a minute.';
comment on column analytics.activities.pace_seconds_per_kilometre is 'Mean grade-adjusted pace while moving, seconds a kilometre.';
comment on column analytics.activities.efficiency is 'Grade-adjusted metres a minute per beat a minute on steady segments.';
comment on column analytics.activities.decoupling_percent is 'How much efficiency fell from the first to the second half, per cent.';
comment on column analytics.activities.heart_rate_at_pace_residual_bpm is 'Heart rate above what was usual at that pace, heat and time, beats a minute; of the day''s longest steady run.';
comment on column analytics.activities.heart_rate_recovery60s_bpm is 'Beats a minute by which the heart slowed within a minute of standing, after a hard end.';
comment on column analytics.activities.problem is 'Why it could not be analysed; null when it could.';
comment on column analytics.activities.taken_in_at is 'When its file was taken in.';

create view analytics.days as
select span.athlete,
       span.day,
       coalesce(trend.kind, 'MISSING') as kind,
       coalesce(trend.kind, 'MISSING') <> 'MISSING' as known,
       coalesce(judged.status, 'UNKNOWN') as status,
       coalesce(judged.status, 'UNKNOWN') <> 'UNKNOWN' as judged,
       judged.low_confidence,
       coalesce(judged.voting_kinds, 0) as voting_kinds,
       judged.rule_set,
       case when trend.kind <> 'MISSING' then trend.load end as load,
       case when trend.kind <> 'MISSING' then trend.runs end as runs,
       case when trend.kind <> 'MISSING' then trend.distance_metres end as distance_metres,
       case when trend.kind <> 'MISSING' then trend.timer_seconds end as timer_seconds,
       trend.effort,
       trend.heart_rate_bpm,
       trend.resting_heart_rate_bpm,
       trend.hrv_rmssd_milliseconds,
       trend.sleep_hours,
       trend.subjective as feeling
from (select known.athlete, generate_series(known.first_day, known.last_day, interval '1 day')::date as day
      from (select athlete, min(date) as first_day, max(date) as last_day from freshlegs.trend_day group by athlete) known) span
         left join freshlegs.trend_day trend on trend.athlete = span.athlete and trend.date = span.day
         left join (select athlete,
                           date,
                           status,
                           low_confidence,
                           (select count(*) from jsonb_array_elements(domains) kind where (kind ->> 'votes')::boolean) as voting_kinds,
                           nullif(rule_set, '') as rule_set
                    from freshlegs.status_day) judged on judged.athlete = span.athlete and judged.date = span.day;
comment on view analytics.days is 'One row for each athlete and local day from the first to the last of which anything is known: days of which nothing was heard are rows too, so that shares can be counted.';
comment on column analytics.days.athlete is 'The athlete; key with day.';
comment on column analytics.days.day is 'The day in the athlete''s own time zone.';
comment on column analytics.days.kind is 'TRAINED, REST, or MISSING when nothing was heard of the athlete.';
comment on column analytics.days.known is 'Whether anything was heard: the day is not MISSING.';
comment on column analytics.days.status is 'UNKNOWN, GREEN, WATCH, AMBER, RED, ILLNESS or STOP.';
comment on column analytics.days.judged is 'Whether enough was known to judge: the status is not UNKNOWN.';
comment on column analytics.days.low_confidence is 'Whether little was known; null on a day without a status.';
comment on column analytics.days.voting_kinds is 'How many kinds of evidence voted against the athlete.';
comment on column analytics.days.rule_set is 'The version of all thresholds by which the day was judged; null when not known.';
comment on column analytics.days.load is 'Training load, load units; 100 is an hour at threshold. Null on a MISSING day.';
comment on column analytics.days.runs is 'Runs of the day; null on a MISSING day.';
comment on column analytics.days.distance_metres is 'Distance run, metres; null on a MISSING day.';
comment on column analytics.days.timer_seconds is 'Time trained with the timer on, seconds; null on a MISSING day.';
comment on column analytics.days.effort is 'Perceived effort, 1 to 10.';
comment on column analytics.days.heart_rate_bpm is 'Mean heart rate while running, beats a minute.';
comment on column analytics.days.resting_heart_rate_bpm is 'Resting heart rate, beats a minute.';
comment on column analytics.days.hrv_rmssd_milliseconds is 'Heart-rate variability of the night that ended here (RMSSD), milliseconds.';
comment on column analytics.days.sleep_hours is 'Time asleep in the night that ended here, hours.';
comment on column analytics.days.feeling is 'Mean answer of the morning check-in, 1 (best) to 7 (worst).';

create view analytics.trends as
select athlete,
       date as day,
       kind,
       load,
       load_basis,
       fitness,
       fatigue,
       form,
       ramp,
       effort_load,
       monotony,
       strain,
       runs,
       distance_metres,
       timer_seconds,
       distance7d_metres,
       session_spike,
       heart_rate_bpm,
       heart_rate_bpm_mean7d,
       heart_rate_bpm_mean28d,
       pace_seconds_per_kilometre,
       pace_seconds_per_kilometre_mean7d,
       pace_seconds_per_kilometre_mean28d,
       effort,
       effort_mean7d,
       effort_mean28d,
       efficiency,
       decoupling_percent,
       heart_rate_at_pace_residual_bpm,
       resting_heart_rate_bpm,
       hrv_rmssd_milliseconds,
       sleep_hours,
       sleep_debt7d_hours,
       (select string_agg(flag, ', ' order by flag collate "C") from jsonb_array_elements_text(flags) flag) as flags,
       load7d,
       load7d_baseline,
       load7d_low,
       load7d_high,
       load7d_days,
       missing_days7d,
       missing_days28d,
       fitness_days,
       monotony_baseline,
       monotony_low,
       monotony_high,
       monotony_days,
       strain_baseline,
       strain_low,
       strain_high,
       strain_days,
       strain95th,
       acute_chronic_coupled,
       acute_chronic_uncoupled,
       acute_chronic_exponential,
       distance7d_metres_baseline,
       distance7d_metres_low,
       distance7d_metres_high,
       distance7d_metres_days,
       distance_ratio,
       longest_run30d_metres,
       longest_run30d_metres_baseline,
       longest_run30d_metres_low,
       longest_run30d_metres_high,
       longest_run30d_metres_days,
       heart_rate_bpm_baseline,
       heart_rate_bpm_low,
       heart_rate_bpm_high,
       heart_rate_bpm_days,
       pace_seconds_per_kilometre_baseline,
       pace_seconds_per_kilometre_low,
       pace_seconds_per_kilometre_high,
       pace_seconds_per_kilometre_days,
       effort_baseline,
       effort_low,
       effort_high,
       effort_days,
       efficiency_mean7d,
       efficiency_mean28d,
       efficiency_baseline,
       efficiency_low,
       efficiency_high,
       efficiency_days,
       decoupling_percent_mean7d,
       decoupling_percent_mean28d,
       decoupling_percent_baseline,
       decoupling_percent_low,
       decoupling_percent_high,
       decoupling_percent_days,
       heart_rate_at_pace_residual_bpm_mean7d,
       heart_rate_at_pace_residual_bpm_mean28d,
       heart_rate_at_pace_residual_bpm_baseline,
       heart_rate_at_pace_residual_bpm_low,
       heart_rate_at_pace_residual_bpm_high,
       heart_rate_at_pace_residual_bpm_days,
       resting_heart_rate_bpm_mean7d,
       resting_heart_rate_bpm_mean28d,
       resting_heart_rate_bpm_baseline,
       resting_heart_rate_bpm_low,
       resting_heart_rate_bpm_high,
       resting_heart_rate_bpm_days,
       hrv_rmssd_milliseconds_mean7d,
       hrv_rmssd_milliseconds_mean28d,
       hrv_rmssd_milliseconds_baseline,
       hrv_rmssd_milliseconds_low,
       hrv_rmssd_milliseconds_high,
       hrv_rmssd_milliseconds_days,
       sleep_hours_mean7d,
       sleep_hours_mean28d,
       sleep_hours_baseline,
       sleep_hours_low,
       sleep_hours_high,
       sleep_hours_days,
       subjective,
       subjective_mean7d,
       subjective_mean28d,
       subjective_baseline,
       subjective_low,
       subjective_high,
       subjective_days
from freshlegs.trend_day;
comment on view analytics.trends is 'Training, running and recovery of each athlete on each local day against the athlete''s own usual; days of which nothing was heard have rows as far as the season has folded them.';

-- What a column of the trends means stands with the table; what lacks its unit there is said here.
do
$$
    declare
        pair record;
    begin
        for pair in
            select shown.attname as name, told.description
            from pg_attribute shown
                     join pg_attribute original
                          on original.attrelid = 'freshlegs.trend_day'::regclass
                              and original.attname = case shown.attname when 'day' then 'date' else shown.attname end
                     join pg_description told on told.objoid = original.attrelid and told.objsubid = original.attnum
                and told.classoid = 'pg_class'::regclass
            where shown.attrelid = 'analytics.trends'::regclass and shown.attnum > 0
            loop
                execute format('comment on column analytics.trends.%I is %L', pair.name,
                               pair.description || case
                                   when pair.name ~ '^(load7d|fitness|fatigue|form|ramp)(_baseline|_low|_high)?$' then ' In load units.'
                                   when pair.name ~ '^strain' and pair.name <> 'strain_days' then ' In effort times minutes.'
                                   when pair.name ~ '(^|_)metres$' and pair.description !~ 'metres' then ' In metres.'
                                   when pair.name = 'timer_seconds' then ' In seconds.'
                                   when pair.name in ('heart_rate_bpm', 'resting_heart_rate_bpm', 'heart_rate_at_pace_residual_bpm') then ' In beats a minute.'
                                   when pair.name = 'pace_seconds_per_kilometre' then ' In seconds a kilometre.'
                                   when pair.name = 'hrv_rmssd_milliseconds' then ' In milliseconds.'
                                   when pair.name in ('sleep_hours', 'sleep_debt7d_hours') then ' In hours.'
                                   when pair.name = 'decoupling_percent' then ' In per cent.'
                                   when pair.name ~ '^(monotony|session_spike|distance_ratio|acute_chronic_.*)(_baseline|_low|_high)?$' then ' A ratio without unit.'
                                   when pair.name ~ '_days$' or pair.name ~ '^missing_days' then ' In days.'
                                   else '' end);
            end loop;
    end
$$;
comment on column analytics.trends.athlete is 'The athlete; key with day.';
comment on column analytics.trends.flags is 'What is special about the day, in alphabetical order, separated by commas; null when nothing is.';

create view analytics.signals as
select judged.athlete,
       judged.date as day,
       d.name as kind,
       d.known,
       d.votes,
       d.value,
       d.unit,
       d.baseline as usual,
       d.spread,
       (d.compared ->> 'value')::double precision as compared_value,
       (d.compared ->> 'usual')::double precision as compared_usual,
       (d.compared ->> 'spread')::double precision as compared_spread,
       d.z,
       d.chart,
       d."limit" as chart_limit,
       d.days as voting_days,
       d."baselineDays" as usual_days,
       d."values" as recent_values,
       nullif(d.rule, '') as rule,
       nullif(judged.rule_set, '') as rule_set,
       judged.status
from freshlegs.status_day judged
         cross join lateral jsonb_to_recordset(judged.domains) as d(
    name text, known boolean, votes boolean, value double precision, unit text, baseline double precision,
    spread double precision, "baselineDays" integer, compared jsonb, z double precision, chart double precision,
    "limit" double precision, days integer, "values" integer, rule text);
comment on view analytics.signals is 'The evidence of each athlete, local day and kind, as it was judged. z = (compared_value - compared_usual) / compared_spread, cut at 3 either way (HRV: usual - value); the chart follows z and votes from its limit on.';
comment on column analytics.signals.athlete is 'The athlete; key with day and kind.';
comment on column analytics.signals.day is 'The day in the athlete''s own time zone.';
comment on column analytics.signals.kind is 'SUBJECTIVE, RESTING_HEART_RATE, HRV, EXERCISE_HEART_RATE, PERFORMANCE or DISSOCIATION.';
comment on column analytics.signals.known is 'Whether enough was known to judge.';
comment on column analytics.signals.votes is 'Whether it counts against the athlete.';
comment on column analytics.signals.value is 'The day''s value in the unit beside it, or the last one for as long as it is believed.';
comment on column analytics.signals.unit is 'The unit of value, usual and spread: of 7 (mean answer), bpm, ms, bpm above expected or % slower.';
comment on column analytics.signals.usual is 'What is usual for the athlete, in that unit.';
comment on column analytics.signals.spread is 'The athlete''s own spread, in that unit.';
comment on column analytics.signals.compared_value is 'The value that z is made of: HRV as natural logarithm of ms, feeling as mean of its items'' own z, others in the unit.';
comment on column analytics.signals.compared_usual is 'What is usual for that day of the week, on the same scale.';
comment on column analytics.signals.compared_spread is 'The spread on the same scale, never below its floor.';
comment on column analytics.signals.z is 'How many spreads worse than usual the day''s value was, without unit; null on a day without one.';
comment on column analytics.signals.chart is 'The exponentially weighted z that votes, without unit.';
comment on column analytics.signals.chart_limit is 'From which chart on it votes, without unit; DISSOCIATION votes down to it.';
comment on column analytics.signals.voting_days is 'For how many days (runs, key sessions) in a row it has voted.';
comment on column analytics.signals.usual_days is 'How many days, runs or key sessions what is usual rests on.';
comment on column analytics.signals.recent_values is 'How many values there were in the last 14 days, of key sessions 28.';
comment on column analytics.signals.rule is 'The rule that judged, with its version, such as chart.hrv/1; null when not known.';
comment on column analytics.signals.rule_set is 'The version of all thresholds; null when not known.';
comment on column analytics.signals.status is 'What the whole day was judged: UNKNOWN, GREEN, WATCH, AMBER, RED, ILLNESS or STOP.';

create view analytics.verdicts as
select said.athlete,
       said.local_date as first_day,
       upper(said.cause) as cause,
       said.alert_id as episode_id,
       said.verdict,
       said.standing,
       said.status,
       nullif(said.rule_set, '') as rule_set,
       (select string_agg(rule, ', ' order by rule collate "C")
        from jsonb_array_elements_text(freshlegs.rules_of_cause(said.cause, said.rules)) rule) as rules,
       lower(said.decided_by ->> 'role') as said_by,
       said.recorded_at as said_at
from freshlegs.alert_verdict said;
comment on view analytics.verdicts is 'What people said of alerts, the telling to believe of each; what was taken back is left out, and so is why they said it.';
comment on column analytics.verdicts.athlete is 'The athlete; key with first_day and cause.';
comment on column analytics.verdicts.first_day is 'The first local day of the alert as the person saw it.';
comment on column analytics.verdicts.cause is 'FATIGUE, ILLNESS or SAFETY.';
comment on column analytics.verdicts.episode_id is 'The episode that it is about now, as in episodes; null when no such one is known.';
comment on column analytics.verdicts.verdict is 'right, wrong or unsure.';
comment on column analytics.verdicts.standing is 'STANDS, GONE (about an alert that was withdrawn, so it counts no more) or UNKNOWN (no such alert is known).';
comment on column analytics.verdicts.status is 'The status that was judged: the worst the alert had reached.';
comment on column analytics.verdicts.rule_set is 'The version of the set of rules by which it was raised; null when not known.';
comment on column analytics.verdicts.rules is 'The rules of its cause by which it was raised, with their versions, separated by commas; null when not known.';
comment on column analytics.verdicts.said_by is 'coach or athlete.';
comment on column analytics.verdicts.said_at is 'When it was said.';

create view analytics.episodes as
with stretch as (select e.*, alerted.alert_day
                 from freshlegs.episode e
                          cross join lateral (select min(step.day) as alert_day
                                              from jsonb_to_recordset(e.steps) as step(status text, day date)
                                              where ledger.is_alert(step.status)) alerted
                 where e.id is not null),
     standing as (select distinct on (id) id,
                                          athlete,
                                          cause,
                                          status,
                                          rule_set,
                                          rules,
                                          confidence ->> 'level' as confidence,
                                          bool_or(open) over whole as open,
                                          min(first_day) over whole as first_day,
                                          min(alert_day) over whole as alert_day,
                                          max(last_day) over whole as last_day,
                                          count(*) over whole as stretches
                  from stretch
                  window whole as (partition by id)
                  order by id, ledger.severity(status) desc, stretch.first_day),
     every as (select id,
                      athlete,
                      cause,
                      case when open then 'OPEN' else 'CLOSED' end as outcome,
                      status,
                      first_day,
                      alert_day,
                      last_day,
                      case when not open then last_day end as ended_day,
                      stretches,
                      nullif(rule_set, '') as rule_set,
                      (select string_agg(rule, ', ' order by rule collate "C")
                       from jsonb_array_elements_text(freshlegs.rules_of_cause(cause, standing.rules)) rule) as rules,
                      confidence,
                      null::text as merged_into
               from standing
               union all
               select id,
                      athlete,
                      cause,
                      case standing when 'MERGED' then 'MERGED' else 'WITHDRAWN' end,
                      told_status,
                      first_day,
                      null,
                      last_day,
                      null,
                      0,
                      null,
                      null,
                      null,
                      merged_into
               from ledger.alert gone
               where standing <> 'STANDS'
                 and not exists (select from freshlegs.episode e where e.id = gone.id))
select every.id as episode_id,
       every.athlete,
       every.cause,
       every.outcome,
       every.status,
       ledger.is_alert(every.status) as alert,
       every.first_day,
       every.alert_day,
       every.last_day,
       every.ended_day,
       every.last_day - every.first_day + 1 as length_days,
       every.stretches,
       every.rule_set,
       every.rules,
       nullif(every.confidence, '') as confidence,
       published.opened_at,
       published.told_status,
       told.told_at,
       judged.verdict,
       judged.said_at as verdict_at,
       every.merged_into
from every
         join ledger.episode published on published.id = every.id
         left join (select episode_id, min(sent_at) as told_at
                    from ledger.outbox
                    where state = 'SENT' and ledger.is_alert(step)
                    group by episode_id) told on told.episode_id = every.id
         left join (select distinct on (episode_id) episode_id, verdict, said_at
                    from analytics.verdicts
                    where episode_id is not null
                    order by episode_id, said_at desc, first_day) judged on judged.episode_id = every.id;
comment on view analytics.episodes is 'Every episode of WATCH or worse, one row each, those included of which people were told and that do not stand any more.';
comment on column analytics.episodes.episode_id is 'Its name, which never changes, such as anna-2026-11-18-fatigue; key.';
comment on column analytics.episodes.athlete is 'The athlete.';
comment on column analytics.episodes.cause is 'FATIGUE, ILLNESS or SAFETY.';
comment on column analytics.episodes.outcome is 'OPEN, CLOSED, MERGED (its days belong to another one now) or WITHDRAWN (late or corrected data has removed its ground).';
comment on column analytics.episodes.status is 'The worst status that it reached; of one that does not stand the worst that was told.';
comment on column analytics.episodes.alert is 'Whether it is an alert, AMBER or worse; what is only WATCH is told to nobody.';
comment on column analytics.episodes.first_day is 'The first local day.';
comment on column analytics.episodes.alert_day is 'The first local day on which it was AMBER or worse; null when never, and of one that does not stand.';
comment on column analytics.episodes.last_day is 'The last local day so far.';
comment on column analytics.episodes.ended_day is 'The last local day once it has ended; null while it goes on, and of one that does not stand.';
comment on column analytics.episodes.length_days is 'From the first to the last day, both counted, days.';
comment on column analytics.episodes.stretches is 'Of how many stretches, at most 7 days apart, it consists; 0 of one that does not stand.';
comment on column analytics.episodes.rule_set is 'The version of all thresholds on the day of the worst stretch''s latest step; null when not known.';
comment on column analytics.episodes.rules is 'The rules of its cause that saw something on that day, with their versions, separated by commas; null when not known.';
comment on column analytics.episodes.confidence is 'LOW, MODERATE or HIGH; null when not known.';
comment on column analytics.episodes.opened_at is 'When it was first published.';
comment on column analytics.episodes.told_status is 'The worst status of which people were told or are about to be; null when of none.';
comment on column analytics.episodes.told_at is 'When the first message of it was accepted by its receiver; null when nobody has been told.';
comment on column analytics.episodes.verdict is 'right, wrong or unsure, what was said of it last; null while nobody has judged.';
comment on column analytics.episodes.verdict_at is 'When that was said.';
comment on column analytics.episodes.merged_into is 'The episode that covers the days of a merged one.';

create view analytics.adjustments as
select asked.athlete,
       asked.date as day,
       asked.adjustment ->> 'cause' as cause,
       asked.adjustment ->> 'kind' as change,
       asked.adjustment ->> 'episode' as episode_id,
       (select string_agg(rule, ', ' order by rule collate "C")
        from jsonb_array_elements_text(case jsonb_typeof(asked.adjustment -> 'rules') when 'array' then asked.adjustment -> 'rules' end)
                 rule) as rules,
       (asked.adjustment ->> 'until')::date as until_day,
       asked.planned ->> 'kind' as planned_kind,
       (asked.planned ->> 'minutes')::integer as planned_minutes,
       (asked.planned ->> 'hard')::boolean as planned_hard,
       asked.prescribed ->> 'kind' as prescribed_kind,
       (asked.prescribed ->> 'minutes')::integer as prescribed_minutes,
       (asked.prescribed ->> 'hard')::boolean as prescribed_hard,
       asked.planned <> asked.prescribed as in_force,
       asked.proposed,
       asked.issued,
       decided.verdict as decision,
       decided.standing as decision_standing,
       lower(decided."decidedBy" ->> 'role') as decided_by,
       decided."decidedAt" as decided_at,
       asked.done is not null as done
from freshlegs.prescription asked
         left join lateral (
    select d.*
    from jsonb_to_recordset(asked.decisions)
             as d(cause text, verdict text, "decidedBy" jsonb, "decidedAt" timestamptz, standing text)
    where d.cause = asked.adjustment ->> 'cause'
    order by d."decidedAt" desc, d.verdict
    limit 1) decided on true
where asked.adjustment is not null;
comment on view analytics.adjustments is 'Sessions that the plan has changed, with what people decided about each.';
comment on column analytics.adjustments.athlete is 'The athlete; key with day.';
comment on column analytics.adjustments.day is 'The local day of the session.';
comment on column analytics.adjustments.cause is 'FATIGUE, ILLNESS, SAFETY or SPACING, or what in life or weather it gave way to.';
comment on column analytics.adjustments.change is 'SWAPPED, SHORTENED, DROPPED, MOVED or EASED.';
comment on column analytics.adjustments.episode_id is 'The episode that it follows from, as in episodes; null when it follows from none.';
comment on column analytics.adjustments.rules is 'The rules that raised it, with their versions, separated by commas; null when there are none.';
comment on column analytics.adjustments.until_day is 'The last local day that is foreseen for it; null when none is.';
comment on column analytics.adjustments.planned_kind is 'The kind of the planned session, such as REPEATS.';
comment on column analytics.adjustments.planned_minutes is 'How long it was planned to take, minutes.';
comment on column analytics.adjustments.planned_hard is 'Whether it was planned hard.';
comment on column analytics.adjustments.prescribed_kind is 'The kind of the session that is left.';
comment on column analytics.adjustments.prescribed_minutes is 'How long that takes, minutes.';
comment on column analytics.adjustments.prescribed_hard is 'Whether that is hard.';
comment on column analytics.adjustments.in_force is 'Whether the session that is left differs from the planned one.';
comment on column analytics.adjustments.proposed is 'Whether it still waits for somebody to accept it.';
comment on column analytics.adjustments.issued is 'Whether it was issued when its day began, so that it stays.';
comment on column analytics.adjustments.decision is 'accept, keep-plan, change or undo, what was decided about it last; null while nobody has.';
comment on column analytics.adjustments.decision_standing is 'IN_FORCE, REFUSED (illness and safety cannot be overruled) or INERT (what it answers has been changed since).';
comment on column analytics.adjustments.decided_by is 'coach or athlete.';
comment on column analytics.adjustments.decided_at is 'When it was decided.';
comment on column analytics.adjustments.done is 'Whether a planned session was run on that day.';

create view analytics.files as
select file.athlete,
       file.delivery_id as file_id,
       file.archive as archive_id,
       file.route,
       coalesce(run.device, reading.device) as device,
       split_part(split_part(coalesce(run.device, reading.device), '/', 1), ' ', 1) as maker,
       file.outcome,
       file.reason,
       file.duplicate_of,
       file.decision,
       jsonb_array_length(file.activities) as activities,
       jsonb_array_length(file.readings) as readings,
       file.salvage is not null as damaged,
       coalesce(run.ended_at, brief.ended_at) as run_ended_at,
       file.received_at as handed_over_at,
       arrived.row_at,
       extract(epoch from file.received_at - coalesce(run.ended_at, brief.ended_at))::double precision as sync_lag_seconds,
       extract(epoch from arrived.row_at - file.received_at)::double precision as row_lag_seconds
from freshlegs.file_outcome file
         left join ledger.file_arrival arrived
                   on arrived.athlete = file.athlete and arrived.delivery_id = file.delivery_id
         cross join lateral (
    select min(session.device) as device, max(session.start + make_interval(secs => session.elapsed_seconds)) as ended_at
    from jsonb_to_recordset(file.copies) as copy(activity text, revision text)
             join freshlegs.session_revision session
                  on session.athlete = file.athlete and session.fact_id = copy.activity
                      and session.revision = copy.revision) run
         cross join lateral (
    select max(start + make_interval(secs => "timerSeconds")) as ended_at
    from jsonb_to_recordset(file.activities) as brief(start timestamptz, "timerSeconds" double precision)) brief
         cross join lateral (
    select min(said.device) as device
    from jsonb_to_recordset(file.readings) as held(kind text, "factId" text, revision text)
             join freshlegs.reading_revision said
                  on said.athlete = file.athlete and said.kind = held.kind and said.fact_id = held."factId"
                      and said.revision = held.revision) reading;
comment on view analytics.files is 'Every file that was handed over with its way and its end; where its giver had it and what it is called are left out.';
comment on column analytics.files.athlete is 'The athlete; key with file_id.';
comment on column analytics.files.file_id is 'The delivery, as in `freshlegs files`.';
comment on column analytics.files.archive_id is 'The file_id of the archive that it lay in; null outside one.';
comment on column analytics.files.route is 'The way it came: inbox, import, upload, relay or garmin.';
comment on column analytics.files.device is 'The device that recorded it: maker, and product when known; null when nothing could be read.';
comment on column analytics.files.maker is 'The maker of the device alone, such as garmin.';
comment on column analytics.files.outcome is 'imported, duplicate, set-aside or failed.';
comment on column analytics.files.reason is 'Why, in one sentence; null when it was simply imported.';
comment on column analytics.files.duplicate_of is 'The file_id that had brought the same before.';
comment on column analytics.files.decision is 'What a person decided about it or its archive: keep, split, undo or none.';
comment on column analytics.files.activities is 'How many activities it held.';
comment on column analytics.files.readings is 'How many readings and check-ins it held.';
comment on column analytics.files.damaged is 'Whether it was damaged and only a part could be read.';
comment on column analytics.files.run_ended_at is 'When the last activity in it ended; null without one.';
comment on column analytics.files.handed_over_at is 'When it was taken in.';
comment on column analytics.files.row_at is 'When it first became a row, by the clock of the database; null of files from before this was noted.';
comment on column analytics.files.sync_lag_seconds is 'From the end of its last activity to the handing over, seconds; null without an activity.';
comment on column analytics.files.row_lag_seconds is 'From the handing over to the row, seconds; null when row_at is.';

create view analytics.deliveries as
with told as (select delivery_id,
                     count(*) as alerts,
                     case when min(e.athlete) = max(e.athlete) then min(e.athlete) end as athlete,
                     case when min(o.episode_id) = max(o.episode_id) then min(o.episode_id) end as episode_id,
                     (array_agg(o.step order by ledger.severity(o.step) desc nulls last, o.step desc))[1] as step,
                     max(o.not_before) as due_at
              from ledger.outbox o
                       join ledger.episode e on e.id = o.episode_id
              where delivery_id is not null
              group by delivery_id)
select 'delivery-' || sent.id as message_id,
       sent.kind as message_kind,
       coalesce(way.kind, 'removed') as channel_kind,
       told.athlete,
       told.episode_id,
       coalesce(told.alerts, 0) as alerts,
       told.step,
       sent.state,
       null::text as held_by,
       sent.attempts,
       sent.created_at,
       told.due_at,
       sent.next_attempt_at,
       sent.sent_at
from ledger.delivery sent
         left join told on told.delivery_id = sent.id
         left join access.channel way on sent.channel = 'channel:' || way.id
union all
select 'alert-' || o.id,
       'ALERT',
       case
           when way.kind is not null then way.kind
           when o.channel like 'channel:%' then 'removed'
           else o.channel end,
       e.athlete,
       o.episode_id,
       1,
       o.step,
       o.state,
       case
           when o.state <> 'PENDING' then null
           when o.held_for is not null then o.held_for
           when ledger.silence_of(o.id, now()) is not null then 'SILENCE' end,
       o.attempts,
       o.created_at,
       o.not_before,
       o.next_attempt_at,
       o.sent_at
from ledger.outbox o
         join ledger.episode e on e.id = o.episode_id
         left join access.channel way on o.channel = 'channel:' || way.id
where o.delivery_id is null;
comment on view analytics.deliveries is 'Every message to people, sent or not, by the kind of its channel; who gets it, where and what it says are left out.';
comment on column analytics.deliveries.message_id is 'Its name: delivery-N on a person''s channel, alert-N of one alert that has no delivery yet or goes to the operator''s webhook; key.';
comment on column analytics.deliveries.message_kind is 'ALERT (one alert, at once), DIGEST (what has come together), REVIEW or REMINDER.';
comment on column analytics.deliveries.channel_kind is 'mail, webhook, slack, discord, telegram, ntfy or push; removed when the channel is gone.';
comment on column analytics.deliveries.athlete is 'Of whom it tells; null when of several or of nobody.';
comment on column analytics.deliveries.episode_id is 'Of which episode it tells; null when of several or of none.';
comment on column analytics.deliveries.alerts is 'How many alerts it tells of.';
comment on column analytics.deliveries.step is 'The worst status of which it tells; GONE when only of alerts that are withdrawn, BACK when only of such as stand again.';
comment on column analytics.deliveries.state is 'PENDING, SENDING (taken by a sender), SENT, FAILED (given up) or WITHDRAWN (no longer true before it was sent).';
comment on column analytics.deliveries.held_by is 'What holds a PENDING one back: BUDGET, or SILENCE of its cause or rule as of now; null when nothing does.';
comment on column analytics.deliveries.attempts is 'How often sending was tried.';
comment on column analytics.deliveries.created_at is 'When it was written.';
comment on column analytics.deliveries.due_at is 'Before when it is not told, so that an alert can settle; null of what has no such time.';
comment on column analytics.deliveries.next_attempt_at is 'The next attempt after a failure; null before the first.';
comment on column analytics.deliveries.sent_at is 'When the receiver accepted it.';
