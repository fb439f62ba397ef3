-- How activities went second by second, and what each amounted to for the one who did it.

alter table freshlegs.session_revision
    add column detail jsonb not null default '{}';
comment on column freshlegs.session_revision.detail is 'Rolling means, bests, fast bouts, even stretches, thirds, heart-rate drops, form, laps.';

create table freshlegs.activity_analysis
(
    athlete                         text             not null,
    date                            date             not null,
    fact_id                         text             not null,
    revision                        text             not null,
    start                           timestamptz      not null,
    sport                           text             not null,
    kind                            text             not null,
    hard                            boolean          not null,
    hard_reasons                    jsonb            not null,
    effort_doubtful                 boolean          not null,
    timer_seconds                   double precision not null,
    distance_metres                 double precision not null,
    load                            double precision not null,
    load_basis                      text             not null,
    heart_rate_score                double precision,
    pace_score                      double precision,
    effort                          double precision,
    effort_load                     double precision,
    trimp                           double precision,
    edwards                         double precision,
    zone_minutes                    jsonb            not null,
    heart_rate_bpm                  double precision,
    pace_seconds_per_kilometre      double precision,
    peaks                           jsonb            not null,
    efficiency                      double precision,
    beats_per_kilometre             double precision,
    decoupling_percent              double precision,
    heart_rate_at_pace_residual_bpm double precision,
    heart_rate_recovery60s_bpm      double precision,
    heart_rate_after2min_bpm        integer,
    repeats                         jsonb,
    timed_bests                     jsonb            not null,
    distance_bests                  jsonb            not null,
    primary key (athlete, date, fact_id, revision)
);
comment on table freshlegs.activity_analysis is 'What each activity amounted to for the one who did it, by what was known of the athlete on that day.';
comment on column freshlegs.activity_analysis.athlete is 'The athlete.';
comment on column freshlegs.activity_analysis.date is 'The day it belongs to.';
comment on column freshlegs.activity_analysis.fact_id is 'The activity: its start and sport.';
comment on column freshlegs.activity_analysis.revision is 'Which of its tellings; two count when somebody said that they are two runs.';
comment on column freshlegs.activity_analysis.start is 'When it began.';
comment on column freshlegs.activity_analysis.sport is 'The sport, such as RUNNING.';
comment on column freshlegs.activity_analysis.kind is 'EASY, STRIDES, TEMPO, PROGRESSION, REPEATS, HARD (of no other kind) or OTHER (no run).';
comment on column freshlegs.activity_analysis.hard is 'Whether it makes the day a hard one.';
comment on column freshlegs.activity_analysis.hard_reasons is 'Why; a JSON array of text.';
comment on column freshlegs.activity_analysis.effort_doubtful is 'Whether effort told and heart rate lie three points of ten or more apart.';
comment on column freshlegs.activity_analysis.timer_seconds is 'Time with the timer on.';
comment on column freshlegs.activity_analysis.distance_metres is 'Distance.';
comment on column freshlegs.activity_analysis.load is 'Load that counts; 100 is an hour at threshold.';
comment on column freshlegs.activity_analysis.load_basis is 'What it was computed from: heart-rate, heart-rate-degraded, pace, effort or imputed.';
comment on column freshlegs.activity_analysis.heart_rate_score is 'Load by heart rate alone.';
comment on column freshlegs.activity_analysis.pace_score is 'Load by grade-adjusted pace alone, not scaled to the athlete.';
comment on column freshlegs.activity_analysis.effort is 'Effort told, 1 to 10.';
comment on column freshlegs.activity_analysis.effort_load is 'Effort times minutes.';
comment on column freshlegs.activity_analysis.trimp is 'Banister''s training impulse.';
comment on column freshlegs.activity_analysis.edwards is 'Edwards'' zone load.';
comment on column freshlegs.activity_analysis.zone_minutes is 'Minutes at 50-60, 60-70, 70-80, 80-90 and from 90 % of maximal heart rate; a JSON array of numbers.';
comment on column freshlegs.activity_analysis.heart_rate_bpm is 'Mean heart rate.';
comment on column freshlegs.activity_analysis.pace_seconds_per_kilometre is 'Mean grade-adjusted pace while moving.';
comment on column freshlegs.activity_analysis.peaks is 'Highest means over 30 s, 5 min and 20 min of heart rate, pace and effort (percent of threshold speed).';
comment on column freshlegs.activity_analysis.efficiency is 'Grade-adjusted metres a minute per beat on steady segments.';
comment on column freshlegs.activity_analysis.beats_per_kilometre is 'Heart beats for a kilometre on steady segments.';
comment on column freshlegs.activity_analysis.decoupling_percent is 'How much efficiency fell from the first to the second half.';
comment on column freshlegs.activity_analysis.heart_rate_at_pace_residual_bpm is 'Heart rate above what was usual at that pace, heat and time; of the day''s longest steady run.';
comment on column freshlegs.activity_analysis.heart_rate_recovery60s_bpm is 'Beats a minute by which the heart slowed within a minute of standing, after a hard end.';
comment on column freshlegs.activity_analysis.heart_rate_after2min_bpm is 'Heart rate two minutes after the end, as the watch noted it.';
comment on column freshlegs.activity_analysis.repeats is 'Hard bouts: count, source, mean length, decrement, slope, last against first, faded, form cue.';
comment on column freshlegs.activity_analysis.timed_bests is 'Most metres in given seconds; a JSON array of pairs.';
comment on column freshlegs.activity_analysis.distance_bests is 'Fewest seconds for given metres; a JSON array of pairs.';
