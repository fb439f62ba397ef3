-- Each trend against the athlete's own usual: means over 7 and 28 days, baseline, band and on how many days it rests.

alter table freshlegs.trend_day rename column heart_rate7d_bpm to heart_rate_bpm_mean7d;
alter table freshlegs.trend_day rename column heart_rate28d_bpm to heart_rate_bpm_mean28d;
alter table freshlegs.trend_day rename column pace7d_seconds_per_kilometre to pace_seconds_per_kilometre_mean7d;
alter table freshlegs.trend_day rename column pace28d_seconds_per_kilometre to pace_seconds_per_kilometre_mean28d;
alter table freshlegs.trend_day rename column effort7d to effort_mean7d;
alter table freshlegs.trend_day rename column effort28d to effort_mean28d;

alter table freshlegs.trend_day
    add column load7d                                   double precision,
    add column load7d_baseline                          double precision,
    add column load7d_low                               double precision,
    add column load7d_high                              double precision,
    add column load7d_days                              integer not null default 0,
    add column missing_days7d                           integer not null default 0,
    add column missing_days28d                          integer not null default 0,
    add column fitness_days                             integer not null default 0,
    add column monotony_baseline                        double precision,
    add column monotony_low                             double precision,
    add column monotony_high                            double precision,
    add column monotony_days                            integer not null default 0,
    add column strain_baseline                          double precision,
    add column strain_low                               double precision,
    add column strain_high                              double precision,
    add column strain_days                              integer not null default 0,
    add column strain95th                               double precision,
    add column acute_chronic_coupled                    double precision,
    add column acute_chronic_uncoupled                  double precision,
    add column acute_chronic_exponential                double precision,
    add column distance7d_metres_baseline               double precision,
    add column distance7d_metres_low                    double precision,
    add column distance7d_metres_high                   double precision,
    add column distance7d_metres_days                   integer not null default 0,
    add column distance_ratio                           double precision,
    add column longest_run30d_metres                    double precision,
    add column longest_run30d_metres_baseline           double precision,
    add column longest_run30d_metres_low                double precision,
    add column longest_run30d_metres_high               double precision,
    add column longest_run30d_metres_days               integer not null default 0,
    add column heart_rate_bpm_baseline                  double precision,
    add column heart_rate_bpm_low                       double precision,
    add column heart_rate_bpm_high                      double precision,
    add column heart_rate_bpm_days                      integer not null default 0,
    add column pace_seconds_per_kilometre_baseline      double precision,
    add column pace_seconds_per_kilometre_low           double precision,
    add column pace_seconds_per_kilometre_high          double precision,
    add column pace_seconds_per_kilometre_days          integer not null default 0,
    add column effort_baseline                          double precision,
    add column effort_low                               double precision,
    add column effort_high                              double precision,
    add column effort_days                              integer not null default 0,
    add column efficiency_mean7d                        double precision,
    add column efficiency_mean28d                       double precision,
    add column efficiency_baseline                      double precision,
    add column efficiency_low                           double precision,
    add column efficiency_high                          double precision,
    add column efficiency_days                          integer not null default 0,
    add column decoupling_percent_mean7d                double precision,
    add column decoupling_percent_mean28d               double precision,
    add column decoupling_percent_baseline              double precision,
    add column decoupling_percent_low                   double precision,
    add column decoupling_percent_high                  double precision,
    add column decoupling_percent_days                  integer not null default 0,
    add column heart_rate_at_pace_residual_bpm_mean7d   double precision,
    add column heart_rate_at_pace_residual_bpm_mean28d  double precision,
    add column heart_rate_at_pace_residual_bpm_baseline double precision,
    add column heart_rate_at_pace_residual_bpm_low      double precision,
    add column heart_rate_at_pace_residual_bpm_high     double precision,
    add column heart_rate_at_pace_residual_bpm_days     integer not null default 0,
    add column resting_heart_rate_bpm_mean7d            double precision,
    add column resting_heart_rate_bpm_mean28d           double precision,
    add column resting_heart_rate_bpm_baseline          double precision,
    add column resting_heart_rate_bpm_low               double precision,
    add column resting_heart_rate_bpm_high              double precision,
    add column resting_heart_rate_bpm_days              integer not null default 0,
    add column hrv_rmssd_milliseconds_mean7d            double precision,
    add column hrv_rmssd_milliseconds_mean28d           double precision,
    add column hrv_rmssd_milliseconds_baseline          double precision,
    add column hrv_rmssd_milliseconds_low               double precision,
    add column hrv_rmssd_milliseconds_high              double precision,
    add column hrv_rmssd_milliseconds_days              integer not null default 0,
    add column sleep_hours_mean7d                       double precision,
    add column sleep_hours_mean28d                      double precision,
    add column sleep_hours_baseline                     double precision,
    add column sleep_hours_low                          double precision,
    add column sleep_hours_high                         double precision,
    add column sleep_hours_days                         integer not null default 0,
    add column subjective                               double precision,
    add column subjective_mean7d                        double precision,
    add column subjective_mean28d                       double precision,
    add column subjective_baseline                      double precision,
    add column subjective_low                           double precision,
    add column subjective_high                          double precision,
    add column subjective_days                          integer not null default 0;

comment on column freshlegs.trend_day.load7d is 'Load of the seven days that end here; a missing day counts as zero.';
comment on column freshlegs.trend_day.load7d_baseline is 'What is usual: mean of the days 49 to 8 back; null with too few of them.';
comment on column freshlegs.trend_day.load7d_low is 'Lower edge of the athlete''s own band.';
comment on column freshlegs.trend_day.load7d_high is 'Upper edge of the athlete''s own band.';
comment on column freshlegs.trend_day.load7d_days is 'How many days of the baseline have a value.';
comment on column freshlegs.trend_day.missing_days7d is 'How many of the seven days that end here were not heard of.';
comment on column freshlegs.trend_day.missing_days28d is 'How many of the 28 days that end here were not heard of.';
comment on column freshlegs.trend_day.fitness_days is 'On how many days of the season fitness, fatigue and form rest, at most 42; settled at 42.';
comment on column freshlegs.trend_day.monotony_baseline is 'What is usual: mean of the days 49 to 8 back; null with too few of them.';
comment on column freshlegs.trend_day.monotony_low is 'Lower edge of the athlete''s own band.';
comment on column freshlegs.trend_day.monotony_high is 'Upper edge of the athlete''s own band.';
comment on column freshlegs.trend_day.monotony_days is 'How many days of the baseline have a value.';
comment on column freshlegs.trend_day.strain_baseline is 'What is usual: mean of the days 49 to 8 back; null with too few of them.';
comment on column freshlegs.trend_day.strain_low is 'Lower edge of the athlete''s own band.';
comment on column freshlegs.trend_day.strain_high is 'Upper edge of the athlete''s own band.';
comment on column freshlegs.trend_day.strain_days is 'How many days of the baseline have a value.';
comment on column freshlegs.trend_day.strain95th is '95th percentile of the athlete''s own strain in twelve weeks.';
comment on column freshlegs.trend_day.acute_chronic_coupled is 'Mean load of 7 over that of 28 days; for display, nothing is concluded from it.';
comment on column freshlegs.trend_day.acute_chronic_uncoupled is 'Mean load of 7 days over that of the 21 before them; for display, nothing is concluded from it.';
comment on column freshlegs.trend_day.acute_chronic_exponential is 'Exponential mean load of 7 over that of 28 days; for display, nothing is concluded from it.';
comment on column freshlegs.trend_day.distance7d_metres_baseline is 'What is usual: mean of the days 49 to 8 back, metres; null with too few of them.';
comment on column freshlegs.trend_day.distance7d_metres_low is 'Lower edge of the athlete''s own band, metres.';
comment on column freshlegs.trend_day.distance7d_metres_high is 'Upper edge of the athlete''s own band, metres.';
comment on column freshlegs.trend_day.distance7d_metres_days is 'How many days of the baseline have a value.';
comment on column freshlegs.trend_day.distance_ratio is 'Distance of seven days over the mean of the three weeks before; null unless all four are heard of.';
comment on column freshlegs.trend_day.longest_run30d_metres is 'The longest run of the 30 days that end here, metres; null without a run.';
comment on column freshlegs.trend_day.longest_run30d_metres_baseline is 'What is usual: mean of the days 49 to 8 back, metres; null with too few of them.';
comment on column freshlegs.trend_day.longest_run30d_metres_low is 'Lower edge of the athlete''s own band, metres.';
comment on column freshlegs.trend_day.longest_run30d_metres_high is 'Upper edge of the athlete''s own band, metres.';
comment on column freshlegs.trend_day.longest_run30d_metres_days is 'How many days of the baseline have a value.';
comment on column freshlegs.trend_day.heart_rate_bpm_baseline is 'What is usual: mean of the days 49 to 8 back, bpm; null with too few of them.';
comment on column freshlegs.trend_day.heart_rate_bpm_low is 'Lower edge of the athlete''s own band, bpm.';
comment on column freshlegs.trend_day.heart_rate_bpm_high is 'Upper edge of the athlete''s own band, bpm.';
comment on column freshlegs.trend_day.heart_rate_bpm_days is 'How many days of the baseline have a value.';
comment on column freshlegs.trend_day.pace_seconds_per_kilometre_baseline is 'What is usual: mean of the days 49 to 8 back, s/km; null with too few of them.';
comment on column freshlegs.trend_day.pace_seconds_per_kilometre_low is 'Lower edge of the athlete''s own band, s/km.';
comment on column freshlegs.trend_day.pace_seconds_per_kilometre_high is 'Upper edge of the athlete''s own band, s/km.';
comment on column freshlegs.trend_day.pace_seconds_per_kilometre_days is 'How many days of the baseline have a value.';
comment on column freshlegs.trend_day.effort_baseline is 'What is usual: mean of the days 49 to 8 back, 1 to 10; null with too few of them.';
comment on column freshlegs.trend_day.effort_low is 'Lower edge of the athlete''s own band, 1 to 10.';
comment on column freshlegs.trend_day.effort_high is 'Upper edge of the athlete''s own band, 1 to 10.';
comment on column freshlegs.trend_day.effort_days is 'How many days of the baseline have a value.';
comment on column freshlegs.trend_day.efficiency_mean7d is 'Its mean over 7 days, grade-adjusted metres a minute per bpm.';
comment on column freshlegs.trend_day.efficiency_mean28d is 'Its mean over 28 days, grade-adjusted metres a minute per bpm.';
comment on column freshlegs.trend_day.efficiency_baseline is 'What is usual: mean of the days 49 to 8 back, grade-adjusted metres a minute per bpm; null with too few of them.';
comment on column freshlegs.trend_day.efficiency_low is 'Lower edge of the athlete''s own band, grade-adjusted metres a minute per bpm.';
comment on column freshlegs.trend_day.efficiency_high is 'Upper edge of the athlete''s own band, grade-adjusted metres a minute per bpm.';
comment on column freshlegs.trend_day.efficiency_days is 'How many days of the baseline have a value.';
comment on column freshlegs.trend_day.decoupling_percent_mean7d is 'Its mean over 7 days, per cent.';
comment on column freshlegs.trend_day.decoupling_percent_mean28d is 'Its mean over 28 days, per cent.';
comment on column freshlegs.trend_day.decoupling_percent_baseline is 'What is usual: mean of the days 49 to 8 back, per cent; null with too few of them.';
comment on column freshlegs.trend_day.decoupling_percent_low is 'Lower edge of the athlete''s own band, per cent.';
comment on column freshlegs.trend_day.decoupling_percent_high is 'Upper edge of the athlete''s own band, per cent.';
comment on column freshlegs.trend_day.decoupling_percent_days is 'How many days of the baseline have a value.';
comment on column freshlegs.trend_day.heart_rate_at_pace_residual_bpm_mean7d is 'Its mean over 7 days, bpm.';
comment on column freshlegs.trend_day.heart_rate_at_pace_residual_bpm_mean28d is 'Its mean over 28 days, bpm.';
comment on column freshlegs.trend_day.heart_rate_at_pace_residual_bpm_baseline is 'What is usual: mean of the days 49 to 8 back, bpm; null with too few of them.';
comment on column freshlegs.trend_day.heart_rate_at_pace_residual_bpm_low is 'Lower edge of the athlete''s own band, bpm.';
comment on column freshlegs.trend_day.heart_rate_at_pace_residual_bpm_high is 'Upper edge of the athlete''s own band, bpm.';
comment on column freshlegs.trend_day.heart_rate_at_pace_residual_bpm_days is 'How many days of the baseline have a value.';
comment on column freshlegs.trend_day.resting_heart_rate_bpm_mean7d is 'Its mean over 7 days, bpm.';
comment on column freshlegs.trend_day.resting_heart_rate_bpm_mean28d is 'Its mean over 28 days, bpm.';
comment on column freshlegs.trend_day.resting_heart_rate_bpm_baseline is 'What is usual: mean of the days 49 to 8 back, bpm; null with too few of them.';
comment on column freshlegs.trend_day.resting_heart_rate_bpm_low is 'Lower edge of the athlete''s own band, bpm.';
comment on column freshlegs.trend_day.resting_heart_rate_bpm_high is 'Upper edge of the athlete''s own band, bpm.';
comment on column freshlegs.trend_day.resting_heart_rate_bpm_days is 'How many days of the baseline have a value.';
comment on column freshlegs.trend_day.hrv_rmssd_milliseconds_mean7d is 'Its mean over 7 days, ms. Of logarithms; needs three nights.';
comment on column freshlegs.trend_day.hrv_rmssd_milliseconds_mean28d is 'Its mean over 28 days, ms. Of logarithms.';
comment on column freshlegs.trend_day.hrv_rmssd_milliseconds_baseline is 'What is usual: mean of the days 49 to 8 back, ms; null with too few of them.';
comment on column freshlegs.trend_day.hrv_rmssd_milliseconds_low is 'Lower edge of the athlete''s own band for the 7-day mean (half a standard deviation), ms; for timing hard sessions, no alarm.';
comment on column freshlegs.trend_day.hrv_rmssd_milliseconds_high is 'Upper edge of the athlete''s own band for the 7-day mean (half a standard deviation), ms; for timing hard sessions, no alarm.';
comment on column freshlegs.trend_day.hrv_rmssd_milliseconds_days is 'How many days of the baseline have a value.';
comment on column freshlegs.trend_day.sleep_hours_mean7d is 'Its mean over 7 days, hours.';
comment on column freshlegs.trend_day.sleep_hours_mean28d is 'Its mean over 28 days, hours.';
comment on column freshlegs.trend_day.sleep_hours_baseline is 'What is usual: mean of the days 49 to 8 back, hours; null with too few of them.';
comment on column freshlegs.trend_day.sleep_hours_low is 'Lower edge of the athlete''s own band, hours.';
comment on column freshlegs.trend_day.sleep_hours_high is 'Upper edge of the athlete''s own band, hours.';
comment on column freshlegs.trend_day.sleep_hours_days is 'How many days of the baseline have a value.';
comment on column freshlegs.trend_day.subjective is 'How the athlete feels: mean answer of the morning check-in, 1 (best) to 7 (worst); null with fewer than three answers.';
comment on column freshlegs.trend_day.subjective_mean7d is 'Its mean over 7 days, 1 to 7.';
comment on column freshlegs.trend_day.subjective_mean28d is 'Its mean over 28 days, 1 to 7.';
comment on column freshlegs.trend_day.subjective_baseline is 'What is usual: mean of the days 49 to 8 back, 1 to 7; null with too few of them.';
comment on column freshlegs.trend_day.subjective_low is 'Lower edge of the athlete''s own band, 1 to 7.';
comment on column freshlegs.trend_day.subjective_high is 'Upper edge of the athlete''s own band, 1 to 7.';
comment on column freshlegs.trend_day.subjective_days is 'How many days of the baseline have a value.';
comment on column freshlegs.trend_day.ramp is 'Fitness less fitness seven days ago.';
comment on column freshlegs.trend_day.form is 'Yesterday''s fitness less yesterday''s fatigue.';
comment on column freshlegs.trend_day.timer_seconds is 'Time trained with the timer on.';
comment on column freshlegs.trend_day.monotony is 'How alike the effort loads of seven days were: mean over standard deviation, at most 10.';
comment on column freshlegs.trend_day.strain is 'The week''s effort load times its monotony.';
comment on column freshlegs.trend_day.distance7d_metres is 'Distance run in the seven days that end here; missing_days7d of them are not known.';
comment on column freshlegs.trend_day.heart_rate_bpm_mean7d is 'Its mean over 7 days, bpm.';
comment on column freshlegs.trend_day.heart_rate_bpm_mean28d is 'Its mean over 28 days, bpm; needs four days.';
comment on column freshlegs.trend_day.pace_seconds_per_kilometre_mean7d is 'Its mean over 7 days, s/km.';
comment on column freshlegs.trend_day.pace_seconds_per_kilometre_mean28d is 'Its mean over 28 days, s/km; needs four days.';
comment on column freshlegs.trend_day.effort_mean7d is 'Its mean over 7 days, 1 to 10.';
comment on column freshlegs.trend_day.effort_mean28d is 'Its mean over 28 days, 1 to 10; needs four days.';
comment on column freshlegs.trend_day.efficiency is 'Speed per heart beat in steady running, grade-adjusted metres a minute per bpm.';
