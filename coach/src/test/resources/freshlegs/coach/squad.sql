-- Nine athletes, judged up to Friday 20 November 2026; the numbers are invented.
create function pg_temp.marker(name text, unit text, value numeric, usual numeric, spread numeric, z numeric, days int)
    returns jsonb language sql as $$
select jsonb_build_object('name', name, 'known', true, 'votes', days > 0, 'value', round(value, 2), 'unit', unit,
    'baseline', usual, 'spread', spread, 'z', round(z, 2), 'chart', round(z * 0.4, 2), 'days', days, 'baselineDays', 49,
    'limit', 1, 'values', 12, 'rule', 'chart.' || lower(replace(name, '_', '-')) || '/1',
    'compared', case when unit = 'ms' then jsonb_build_object('value', round(ln(value), 3), 'usual', round(ln(usual), 3), 'spread', 0.09)
                else jsonb_build_object('value', round(value, 3), 'usual', usual, 'spread', spread) end) $$;
create function pg_temp.unknown(name text) returns jsonb language sql as $$
select jsonb_build_object('name', name, 'known', false, 'votes', false, 'unit', '', 'chart', 0, 'days', 0, 'baselineDays', 0) $$;
create function pg_temp.workout(kind text, title text, minutes int, hard boolean) returns jsonb language sql as $$
select jsonb_build_object('kind', kind, 'title', title, 'minutes', minutes, 'hard', hard) $$;

create temporary table cast_of (athlete text, status text, why text, until date, last_sync timestamptz, tired boolean, low boolean);
insert into cast_of values
  ('anna',  'AMBER',   'Heart rate at easy pace 6 bpm above usual for 4 runs and resting heart rate up 5 bpm for 3 days: accumulating fatigue suspected.', '2026-11-20', '2026-11-20 16:30Z', true, false),
  ('ben',   'GREEN',   'All known evidence is within the usual band.', '2026-11-20', '2026-11-20 06:10Z', false, false),
  ('carla', 'RED',     'Four kinds of evidence agree for 9 days; performance has fallen: accumulating fatigue strongly suspected.', '2026-11-20', '2026-11-20 17:55Z', true, false),
  ('dora',  'WATCH',   'HRV is below the usual band for 2 nights; nothing else agrees.', '2026-11-20', '2026-11-19 18:00Z', false, false),
  ('emil',  'UNKNOWN', 'No heart rate, HRV or check-in since the start: too little is known.', '2026-11-20', '2026-11-20 12:00Z', false, true),
  ('finn',  'ILLNESS', 'Fever reported and resting heart rate 12 bpm above usual: illness suspected.', '2026-11-20', '2026-11-20 07:00Z', true, false),
  ('gus',   'GREEN',   'All known evidence was within the usual band.', '2026-10-30', '2026-10-31 09:00Z', false, false),
  ('hanna', 'STOP',    'Chest pain was reported: stop training and seek medical advice.', '2026-11-20', '2026-11-20 17:00Z', true, false),
  ('ivy',   'GREEN',   '<script>alert("why")</script> & "quoted"', '2026-11-20', '2026-11-20 17:30Z', false, true);
insert into freshlegs.known_athlete select athlete from cast_of;

insert into freshlegs.trend_day (athlete, date, kind, load, load_basis, fitness, fatigue, form, ramp, effort_load, runs, distance_metres,
    timer_seconds, distance7d_metres, distance7d_metres_low, distance7d_metres_high, load7d, sleep_hours, sleep_hours_mean7d,
    heart_rate_at_pace_residual_bpm, resting_heart_rate_bpm, hrv_rmssd_milliseconds, flags)
select c.athlete, d::date, case when n % 4 = 3 then 'REST' else 'TRAINED' end,
       case when n % 4 = 3 then 0 else round((55 + 30 * sin(n * 1.7) + case when c.tired and n > 178 then 35 else 0 end)::numeric, 1) end, 'heart-rate',
       round((42 + 6 * sin(n / 40.0))::numeric, 1),
       round((44 + 10 * sin(n / 9.0) + case when c.tired and n > 178 then (n - 178) * 0.9 else 0 end)::numeric, 1),
       round((-2 + 6 * sin(n / 40.0) - 10 * sin(n / 9.0) - case when c.tired and n > 178 then (n - 178) * 0.9 else 0 end)::numeric, 1),
       0.5, 300, case when n % 4 = 3 then 0 else 1 end, 9000, 3000, 55000, 48000, 61000,
       round((380 + 60 * sin(n / 11.0))::numeric, 1),
       case when n % 13 = 0 or c.athlete = 'emil' then null else round((7.4 + 0.6 * sin(n * 1.9))::numeric, 2) end,
       case when c.athlete = 'emil' then null else 7.4 end,
       case when n % 4 = 3 or c.athlete = 'emil' then null else round((1.2 * sin(n * 2.1) + case when c.tired and n > 185 then (n - 185) * 0.45 else 0 end)::numeric, 1) end,
       case when n % 29 = 0 or c.athlete = 'emil' then null else round((47 + 1.6 * sin(n * 1.3) + case when c.tired and n > 188 then (n - 188) * 0.5 else 0 end)::numeric, 0) end,
       case when n % 17 = 0 or c.athlete = 'emil' then null else round((72 + 9 * sin(n * 0.9) - case when c.tired and n > 185 then (n - 185) * 1.6 else 0 end)::numeric, 1) end,
       '[]'
from cast_of c, generate_series(c.until - 199, c.until, interval '1 day') with ordinality as day(d, n);

insert into freshlegs.status_day (athlete, date, status, why, low_confidence, domains, context, missing)
select c.athlete, t.date, case when t.date = c.until then c.status else 'GREEN' end,
       case when t.date = c.until then c.why else 'All known evidence is within the usual band.' end, c.low,
       case when c.athlete = 'emil' then (select jsonb_agg(pg_temp.unknown(name)) from unnest(array ['SUBJECTIVE', 'RESTING_HEART_RATE', 'HRV', 'EXERCISE_HEART_RATE', 'PERFORMANCE']) name)
       else jsonb_build_array(
         pg_temp.marker('SUBJECTIVE', 'of 7', case when c.tired then 4.6 else 2.4 end, 2.5, 0.6, case when c.tired then 3.5 else -0.2 end, case when c.tired then 4 else 0 end),
         pg_temp.marker('RESTING_HEART_RATE', 'bpm', coalesce(t.resting_heart_rate_bpm, 47)::numeric, 47, 1.8, (coalesce(t.resting_heart_rate_bpm, 47)::numeric - 47) / 1.8, case when c.tired then 3 else 0 end),
         pg_temp.marker('HRV', 'ms', coalesce(t.hrv_rmssd_milliseconds, 72)::numeric, 71.5, 6.5, (4.27 - ln(coalesce(t.hrv_rmssd_milliseconds, 72)::numeric)) / 0.09, 0),
         pg_temp.marker('EXERCISE_HEART_RATE', 'bpm above expected', coalesce(t.heart_rate_at_pace_residual_bpm, 0)::numeric, 0.1, 1.5, (coalesce(t.heart_rate_at_pace_residual_bpm, 0)::numeric) / 1.5, case when c.tired then 4 else 0 end),
         pg_temp.unknown('PERFORMANCE')) end,
       case when c.athlete = 'anna' and t.date = c.until then '["Two of the runs were in 27 °C"]'::jsonb else '[]' end,
       case when c.athlete in ('anna', 'emil') and t.date = c.until then '["No key session in the last 14 days"]'::jsonb else '[]' end
from cast_of c join freshlegs.trend_day t on t.athlete = c.athlete;

insert into freshlegs.prescription (athlete, date, level, level_name, status, planned, prescribed, adjustment)
select c.athlete, d::date, 3, 'Speed', c.status,
       case extract(isodow from d)::int
         when 2 then pg_temp.workout('REPEATS', '6 × 200 m, full recovery', 50, true)
         when 5 then pg_temp.workout('REST', 'Rest', 0, false)
         when 7 then pg_temp.workout('LONG', 'Long run', 80, false)
         else pg_temp.workout('EASY', 'Easy run', 40, false) end,
       case when c.tired and d > c.until and extract(isodow from d) = 2 then pg_temp.workout('TECHNICAL', 'Technical run: 35 min easy, drills, 4 relaxed strides', 35, false)
         when c.tired and d > c.until and extract(isodow from d) = 7 then pg_temp.workout('LONG', 'Long run', 64, false)
         when extract(isodow from d)::int = 2 then pg_temp.workout('REPEATS', '6 × 200 m, full recovery', 50, true)
         when extract(isodow from d)::int = 5 then pg_temp.workout('REST', 'Rest', 0, false)
         when extract(isodow from d)::int = 7 then pg_temp.workout('LONG', 'Long run', 80, false)
         else pg_temp.workout('EASY', 'Easy run', 40, false) end,
       case when c.tired and d > c.until and extract(isodow from d) = 2
              then jsonb_build_object('kind', 'SWAPPED', 'reason', 'Accumulating fatigue suspected: no hard running for 72 hours; undone when two days are back in band.',
                'cause', 'FATIGUE', 'revision', '0123456789abcdef')
            when c.tired and d > c.until and extract(isodow from d) = 7
              then jsonb_build_object('kind', 'SHORTENED', 'reason', 'Accumulating fatigue suspected: volume down a fifth for a week.',
                'cause', 'FATIGUE', 'revision', 'fedcba9876543210') end
from cast_of c, generate_series(c.until - 10, c.until + 14, interval '1 day') d;

insert into freshlegs.episode (athlete, cause, first_day, last_day, open, status, why, low_confidence, steps, domains, context, missing, id)
select athlete, case status when 'ILLNESS' then 'ILLNESS' when 'STOP' then 'SAFETY' else 'FATIGUE' end, until - 5, until, true, status, why, false,
       case when status = 'RED' then '[{"status":"AMBER","day":"2026-11-15"},{"status":"RED","day":"2026-11-19"}]'::jsonb
            else jsonb_build_array(jsonb_build_object('status', status, 'day', until - 5)) end,
       (select domains from freshlegs.status_day s where s.athlete = c.athlete and s.date = c.until), '["A heat wave"]', '[]',
       athlete || '.2026-11-15.' || case status when 'ILLNESS' then 'illness' when 'STOP' then 'safety' else 'fatigue' end
from cast_of c where tired;
insert into freshlegs.episode (athlete, cause, first_day, last_day, open, status, why, low_confidence, steps, domains, context, missing, id)
values ('anna', 'FATIGUE', '2026-06-02', '2026-06-11', false, 'AMBER', 'How it feels and heart rate at pace agreed for 4 days.', true,
        '[{"status":"AMBER","day":"2026-06-02"}]', '[]', '[]', '[]', 'anna.2026-06-02.fatigue');

insert into freshlegs.file_outcome (athlete, delivery_id, path, sha256, received_at, outcome, reason, duplicate_of, activities)
select athlete, '20261120T100000000Z-0123456789ab-abcdef', 'inbox/' || athlete || '/2026-11-20.fit', repeat('0', 64), last_sync, 'imported', null, null,
       '[{"id":"20261120T050000Z-running","sport":"RUNNING","start":"2026-11-20T05:00:00Z","localDate":"2026-11-20","distanceMetres":10240.5,"timerSeconds":3125,"meanHeartRate":148,"samples":3100}]'::jsonb
from cast_of;
insert into freshlegs.file_outcome (athlete, delivery_id, path, sha256, received_at, outcome, reason, duplicate_of, activities) values
  ('anna', '20261118T100000000Z-1123456789ab-abcdef', 'inbox/anna/notes.fit', repeat('1', 64), '2026-11-18 10:00Z', 'set-aside', 'This is not a FIT file: it begins with plain text.', null, '[]'),
  ('anna', '20261117T100000000Z-2123456789ab-abcdef', 'inbox/anna/again.fit', repeat('2', 64), '2026-11-17 10:00Z', 'duplicate', 'The same activity came before.', '20261120T100000000Z-0123456789ab-abcdef', '[]'),
  ('anna', '20261116T100000000Z-3123456789ab-abcdef', 'inbox/anna/sleep.fit', repeat('3', 64), '2026-11-16 10:00Z', 'imported', null, null, '[]'),
  ('ivy',  '20261116T100000000Z-4123456789ab-abcdef', 'inbox/ivy/<img src=x onerror=alert(1)>.fit', repeat('4', 64), '2026-11-16 10:00Z', 'failed', '<b>broken</b>', null, '[]');

insert into freshlegs.file_outcome (athlete, delivery_id, path, sha256, received_at, outcome, reason, duplicate_of, activities, copies, salvage, decision) values
  ('anna', '20261119T100000000Z-5123456789ab-abcdef', 'inbox/anna/half.fit', repeat('5', 64), '2026-11-19 10:00Z', 'imported', 'salvaged: it ends early; 45 % was read; an alternative: whole.fit is whole', null,
   '[{"id":"20261119T050000Z-running","sport":"RUNNING","start":"2026-11-19T05:00:00Z","localDate":"2026-11-19","distanceMetres":5000,"timerSeconds":1500,"samples":1500}]',
   '[{"activity":"20261119T050000Z-running","revision":"a","group":"20261119T050000Z-running","kept":false,"why":"an alternative: whole.fit is whole","heartRateQuality":0.75}]',
   '{"reason":"it ends early","percentRead":45}', 'none'),
  ('anna', '20261119T110000000Z-6123456789ab-abcdef', 'inbox/anna/whole.fit', repeat('6', 64), '2026-11-19 11:00Z', 'imported', null, null,
   '[{"id":"20261119T050000Z-running","sport":"RUNNING","start":"2026-11-19T05:00:00Z","localDate":"2026-11-19","distanceMetres":10000,"timerSeconds":3000,"samples":3000}]',
   '[{"activity":"20261119T050000Z-running","revision":"b","group":"20261119T050000Z-running","kept":true,"why":"the richest of 2 copies: FIT with heart rate","heartRateQuality":0.95}]',
   null, 'none'),
  ('anna', '20261118T120000000Z-7123456789ab-abcdef', 'upload/Phone_export_of_a_long_Sunday_run_with_Bob_2026-11-18T07-00-00.gpx', repeat('7', 64), '2026-11-18 12:00Z', 'imported', 'taken back on 2026-11-19', null,
   '[{"id":"20261118T060000Z-running","sport":"RUNNING","start":"2026-11-18T06:00:00Z","localDate":"2026-11-18","distanceMetres":21000,"timerSeconds":6600,"samples":6600}]',
   '[{"activity":"20261118T060000Z-running","revision":"c","group":"20261118T060000Z-running","kept":false,"why":"taken back"}]',
   null, 'undo'),
  ('anna', '20261115T120000000Z-8123456789ab-abcdef', 'inbox/anna/triathlon.fit', repeat('8', 64), '2026-11-15 12:00Z', 'imported', 'salvaged: it ends early; 80 % was read', null,
   '[{"id":"20261115T060000Z-swimming","sport":"SWIMMING","start":"2026-11-15T06:00:00Z","localDate":"2026-11-15","distanceMetres":1500,"timerSeconds":1800,"samples":1800},{"id":"20261115T063500Z-running","sport":"RUNNING","start":"2026-11-15T06:35:00Z","localDate":"2026-11-15","distanceMetres":5000,"timerSeconds":1500,"samples":1500}]',
   '[{"activity":"20261115T060000Z-swimming","revision":"d","group":"20261115T060000Z-swimming","kept":true,"why":"the only copy"},{"activity":"20261115T063500Z-running","revision":"e","group":"20261115T063500Z-running","kept":false,"why":"an alternative: run.fit has more samples","heartRateQuality":0.5}]',
   '{"reason":"it ends early","percentRead":80}', 'none');

update freshlegs.episode
set athlete_why = 'There are signs of accumulating fatigue: your heart beats a little faster at the same pace. Keep the next days easy, sleep and eat well, and tell your coach how you feel.',
    confidence  = '{"level": "MODERATE", "why": "4 of 5 kinds of evidence known; 6 of the last 7 mornings logged; what is usual rests on 49 days."}',
    clears      = 'Clears when the two keys disagree on 5 of 7 days (2 now) and feeling is back within 0.5 of usual (1.30 now).',
    agreement   = 'All kinds together: 0.9 * 1.400 (subjective) + 0.6 * 1.560 (resting heart rate) = 2.196, over 0.780 by which such a sum strays by itself, is 2.82 (needed: 2.72). It added up on 2 of the last 3 days. A second kind agrees from 0.5 of its limit on.',
    missing     = '["no key sessions since 2026-10-30"]',
    rules       = '["chart.resting-heart-rate/1", "fatigue.two-keys/1"]',
    rule_set    = '1',
    grounds     = (select jsonb_agg(jsonb_build_object('kind', 'resting-heart-rate', 'date', d::date, 'factId', d::date::text))
                   from generate_series('2026-11-06'::date, '2026-11-19', interval '1 day') d)
                  || '[{"kind": "session", "date": "2026-11-19", "factId": "20261119T050000Z-running"}]'
where open and cause = 'FATIGUE';
insert into freshlegs.reading_revision (athlete, kind, fact_id, revision, local_date, ingested_at, observed_at, device, bpm, rank)
select athlete, 'resting-heart-rate', date::text, 'r', date, date + interval '8 hours', date + interval '5 hours', 'Forerunner 265', resting_heart_rate_bpm, 1
from freshlegs.trend_day where athlete in ('anna', 'carla') and date between '2026-11-06' and '2026-11-19' and resting_heart_rate_bpm is not null;
update freshlegs.file_outcome f
set readings = (select jsonb_agg(jsonb_build_object('kind', kind, 'localDate', local_date, 'factId', fact_id, 'revision', revision))
                from freshlegs.reading_revision r where r.athlete = f.athlete)
where athlete in ('anna', 'carla') and delivery_id = '20261120T100000000Z-0123456789ab-abcdef';
-- Two reviewed weeks of anna; the numbers are invented.
create function pg_temp.change(quantity text, unit text, direction text, meaning text, value numeric, usual numeric, noise numeric,
    days int, before int) returns jsonb language sql as $$
select jsonb_strip_nulls(jsonb_build_object('quantity', quantity, 'unit', unit, 'direction', direction, 'meaning', meaning,
    'value', value, 'usual', usual, 'noise', noise, 'spreads', case when noise > 0 then round(2 * (value - usual) / noise, 2) end,
    'days', (select coalesce(jsonb_agg((date '2026-11-08' + n)::text), '[]') from generate_series(1, days) n), 'before', before)) $$;
insert into freshlegs.week_review (athlete, week, shape, worst, missing_days, changes, runs, summary, calm_summary, question, calm_question) values
  ('anna', '2026-11-09', 'HEAVIER', 'WATCH', 0, jsonb_build_array(
      pg_temp.change('DISTANCE', 'km', 'ROSE', 'NEUTRAL', 48, 39, 7.6, 5, 4),
      pg_temp.change('RESTING_HEART_RATE', 'bpm', 'ROSE', 'WORSE', 50.1, 47.2, 2.3, 7, 27),
      pg_temp.change('HRV', 'ms', 'STEADY', 'NEUTRAL', 70.2, 71.5, 6.4, 7, 26),
      pg_temp.change('SLEEP', 'h', 'UNKNOWN', 'NEUTRAL', 7.25, null, null, 2, 9),
      pg_temp.change('FATIGUE', 'of 7', 'STEADY', 'NEUTRAL', 2.86, 2.5, 0.61, 7, 28)),
   '["20261110T060000Z-running"]',
   'A heavier week: 48 km in 5 runs, 9 more than usual. Resting heart rate 2.9 bpm above usual; the rest as usual; too little known of sleep.',
   'You trained more than usual: 48 km in 5 runs, 9 more than usual. Your resting heart rate was a little higher than usual.',
   'Pointing the wrong way: resting heart rate. Is there another reason, such as stress, heat or sleep, or would an easier start of the week help?',
   'How do you feel about the coming week? An easy start is a good choice if you are tired.'),
  ('anna', '2026-11-02', 'USUAL', 'GREEN', 0, jsonb_build_array(
      pg_temp.change('DISTANCE', 'km', 'STEADY', 'NEUTRAL', 40, 39, 7.6, 4, 4)),
   '[]', 'A week as usual: 40 km in 4 runs. Everything else as usual.', 'You trained as usual: 40 km in 4 runs.', null, null);
