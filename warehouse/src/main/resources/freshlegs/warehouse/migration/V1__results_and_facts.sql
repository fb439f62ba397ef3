-- Everything in schema freshlegs can be thrown away and read again from the topics.

create function ledger.severity(status text) returns integer
    language sql immutable parallel safe
    return array_position(array ['UNKNOWN', 'GREEN', 'WATCH', 'AMBER', 'RED', 'ILLNESS', 'STOP'], status);
comment on function ledger.severity(text) is 'How urgent a status is, from 1 (UNKNOWN) to 7 (STOP).';

create table freshlegs.kafka_offset
(
    topic       text    not null,
    partition   integer not null,
    next_offset bigint  not null,
    primary key (topic, partition)
);
comment on table freshlegs.kafka_offset is 'How far each partition has been read; changed in the transaction that writes the rows.';
comment on column freshlegs.kafka_offset.topic is 'Topic.';
comment on column freshlegs.kafka_offset.partition is 'Partition of the topic.';
comment on column freshlegs.kafka_offset.next_offset is 'The first offset that has not been read yet.';

create table freshlegs.unreadable
(
    topic     text        not null,
    partition integer     not null,
    "offset"  bigint      not null,
    reason    text        not null,
    seen_at   timestamptz not null,
    primary key (topic, partition, "offset")
);
comment on table freshlegs.unreadable is 'Records that could not become a row; the topic still has them.';
comment on column freshlegs.unreadable.topic is 'Topic of the record.';
comment on column freshlegs.unreadable.partition is 'Partition of the record.';
comment on column freshlegs.unreadable."offset" is 'Offset of the record.';
comment on column freshlegs.unreadable.reason is 'Why it could not become a row; never its content.';
comment on column freshlegs.unreadable.seen_at is 'When it was met.';

create table freshlegs.known_athlete
(
    athlete text primary key
);
comment on table freshlegs.known_athlete is 'Everybody of whom any row speaks.';
comment on column freshlegs.known_athlete.athlete is 'The athlete.';

create table freshlegs.trend_day
(
    athlete                         text             not null,
    date                            date             not null,
    kind                            text             not null,
    load                            double precision not null,
    load_basis                      text,
    fitness                         double precision not null,
    fatigue                         double precision not null,
    form                            double precision not null,
    ramp                            double precision not null,
    effort_load                     double precision not null,
    monotony                        double precision,
    strain                          double precision,
    runs                            integer          not null,
    distance_metres                 double precision not null,
    timer_seconds                   double precision not null,
    distance7d_metres               double precision not null,
    session_spike                   double precision,
    heart_rate_bpm                  double precision,
    heart_rate7d_bpm                double precision,
    heart_rate28d_bpm               double precision,
    pace_seconds_per_kilometre      double precision,
    pace7d_seconds_per_kilometre    double precision,
    pace28d_seconds_per_kilometre   double precision,
    effort                          double precision,
    effort7d                        double precision,
    effort28d                       double precision,
    efficiency                      double precision,
    decoupling_percent              double precision,
    heart_rate_at_pace_residual_bpm double precision,
    resting_heart_rate_bpm          double precision,
    hrv_rmssd_milliseconds          double precision,
    sleep_hours                     double precision,
    sleep_debt7d_hours              double precision,
    flags                           jsonb            not null,
    primary key (athlete, date)
);
comment on table freshlegs.trend_day is 'Training and recovery of one athlete on one local day.';
comment on column freshlegs.trend_day.athlete is 'The athlete.';
comment on column freshlegs.trend_day.date is 'The day in the athlete''s own time zone.';
comment on column freshlegs.trend_day.kind is 'TRAINED, REST, or MISSING when nothing was heard of the athlete.';
comment on column freshlegs.trend_day.load is 'Training load; 100 is one hour at threshold.';
comment on column freshlegs.trend_day.load_basis is 'What the load was computed from.';
comment on column freshlegs.trend_day.fitness is '42-day exponential mean of load.';
comment on column freshlegs.trend_day.fatigue is '7-day exponential mean of load.';
comment on column freshlegs.trend_day.form is 'Yesterday''s fitness less yesterday''s fatigue.';
comment on column freshlegs.trend_day.ramp is 'How fast fitness changes.';
comment on column freshlegs.trend_day.effort_load is 'Session effort times minutes.';
comment on column freshlegs.trend_day.monotony is 'How alike the days of the week were.';
comment on column freshlegs.trend_day.strain is 'The week''s effort load times its monotony.';
comment on column freshlegs.trend_day.runs is 'Runs of the day.';
comment on column freshlegs.trend_day.distance_metres is 'Distance run.';
comment on column freshlegs.trend_day.timer_seconds is 'Time run with the timer on.';
comment on column freshlegs.trend_day.distance7d_metres is 'Distance run in the seven days that end here.';
comment on column freshlegs.trend_day.session_spike is 'The longest run against the longest of the 30 days before.';
comment on column freshlegs.trend_day.heart_rate_bpm is 'Mean heart rate while running.';
comment on column freshlegs.trend_day.heart_rate7d_bpm is 'Its mean over 7 days.';
comment on column freshlegs.trend_day.heart_rate28d_bpm is 'Its mean over 28 days.';
comment on column freshlegs.trend_day.pace_seconds_per_kilometre is 'Mean grade-adjusted pace while running.';
comment on column freshlegs.trend_day.pace7d_seconds_per_kilometre is 'Its mean over 7 days.';
comment on column freshlegs.trend_day.pace28d_seconds_per_kilometre is 'Its mean over 28 days.';
comment on column freshlegs.trend_day.effort is 'Perceived effort, 1 to 10.';
comment on column freshlegs.trend_day.effort7d is 'Its mean over 7 days.';
comment on column freshlegs.trend_day.effort28d is 'Its mean over 28 days.';
comment on column freshlegs.trend_day.efficiency is 'Speed per heart beat in steady running.';
comment on column freshlegs.trend_day.decoupling_percent is 'How much efficiency fell within the run.';
comment on column freshlegs.trend_day.heart_rate_at_pace_residual_bpm is 'Heart rate above what the pace usually costs.';
comment on column freshlegs.trend_day.resting_heart_rate_bpm is 'Resting heart rate.';
comment on column freshlegs.trend_day.hrv_rmssd_milliseconds is 'Heart-rate variability of the night that ended here (RMSSD).';
comment on column freshlegs.trend_day.sleep_hours is 'Time asleep in the night that ended here.';
comment on column freshlegs.trend_day.sleep_debt7d_hours is 'Sleep missed in seven days.';
comment on column freshlegs.trend_day.flags is 'What is special about the day; a JSON array of text.';

create table freshlegs.status_day
(
    athlete        text    not null,
    date           date    not null,
    status         text    not null,
    why            text    not null,
    low_confidence boolean not null,
    domains        jsonb   not null,
    context        jsonb   not null,
    missing        jsonb   not null,
    primary key (athlete, date)
);
comment on table freshlegs.status_day is 'How an athlete stands on one day and why.';
comment on column freshlegs.status_day.athlete is 'The athlete.';
comment on column freshlegs.status_day.date is 'The day in the athlete''s own time zone.';
comment on column freshlegs.status_day.status is 'UNKNOWN, GREEN, WATCH, AMBER, RED, ILLNESS or STOP.';
comment on column freshlegs.status_day.why is 'The reason in one sentence.';
comment on column freshlegs.status_day.low_confidence is 'Whether little is known.';
comment on column freshlegs.status_day.domains is 'Each kind of evidence with its numbers; a JSON array of objects.';
comment on column freshlegs.status_day.context is 'What explains it otherwise; a JSON array of text.';
comment on column freshlegs.status_day.missing is 'What was not there to be judged; a JSON array of text.';

create table freshlegs.episode
(
    athlete        text    not null,
    cause          text    not null,
    first_day      date    not null,
    last_day       date    not null,
    open           boolean not null,
    status         text    not null,
    why            text    not null,
    low_confidence boolean not null,
    steps          jsonb   not null,
    domains        jsonb   not null,
    context        jsonb   not null,
    missing        jsonb   not null,
    id             text,
    primary key (athlete, cause, first_day)
);
create index episode_id on freshlegs.episode (id);
comment on table freshlegs.episode is 'Alerts from their first to their last day, as the season now sees them.';
comment on column freshlegs.episode.athlete is 'The athlete.';
comment on column freshlegs.episode.cause is 'FATIGUE, ILLNESS or SAFETY.';
comment on column freshlegs.episode.first_day is 'The first day.';
comment on column freshlegs.episode.last_day is 'The last day so far.';
comment on column freshlegs.episode.open is 'Whether it goes on.';
comment on column freshlegs.episode.status is 'The worst status it reached.';
comment on column freshlegs.episode.why is 'The reason in one sentence.';
comment on column freshlegs.episode.low_confidence is 'Whether little was known.';
comment on column freshlegs.episode.steps is 'When it reached which status; a JSON array of objects.';
comment on column freshlegs.episode.domains is 'The evidence on the day of the latest step; a JSON array of objects.';
comment on column freshlegs.episode.context is 'What explains it otherwise; a JSON array of text.';
comment on column freshlegs.episode.missing is 'What was not there to be judged; a JSON array of text.';
comment on column freshlegs.episode.id is 'The name in ledger.episode that people see; it survives a moved first day. Stretches at most 7 days apart share it.';

create table freshlegs.prescription
(
    athlete    text    not null,
    date       date    not null,
    level      integer not null,
    level_name text    not null,
    status     text    not null,
    planned    jsonb   not null,
    prescribed jsonb   not null,
    adjustment jsonb,
    primary key (athlete, date)
);
comment on table freshlegs.prescription is 'What the plan asks of one day.';
comment on column freshlegs.prescription.athlete is 'The athlete.';
comment on column freshlegs.prescription.date is 'The day in the athlete''s own time zone.';
comment on column freshlegs.prescription.level is 'Step of the plan''s ladder.';
comment on column freshlegs.prescription.level_name is 'What that step is called.';
comment on column freshlegs.prescription.status is 'The status that was looked at.';
comment on column freshlegs.prescription.planned is 'The ladder''s workout: kind, title, minutes, hard.';
comment on column freshlegs.prescription.prescribed is 'What is left of it: kind, title, minutes, hard.';
comment on column freshlegs.prescription.adjustment is 'What was done and why (kind, reason); null when nothing was.';

create table freshlegs.file_outcome
(
    athlete      text        not null,
    delivery_id  text        not null,
    path         text        not null,
    sha256       text        not null,
    received_at  timestamptz not null,
    outcome      text        not null,
    reason       text,
    duplicate_of text,
    activities   jsonb       not null,
    primary key (athlete, delivery_id)
);
create index file_outcome_received_at on freshlegs.file_outcome (athlete, received_at);
comment on table freshlegs.file_outcome is 'What became of each delivered file.';
comment on column freshlegs.file_outcome.athlete is 'The athlete.';
comment on column freshlegs.file_outcome.delivery_id is 'The delivery.';
comment on column freshlegs.file_outcome.path is 'Where its giver had the file.';
comment on column freshlegs.file_outcome.sha256 is 'Hash of the file''s content.';
comment on column freshlegs.file_outcome.received_at is 'When the file was taken in.';
comment on column freshlegs.file_outcome.outcome is 'imported, duplicate, set-aside or failed.';
comment on column freshlegs.file_outcome.reason is 'Why, unless it was simply imported.';
comment on column freshlegs.file_outcome.duplicate_of is 'The delivery that had brought the same before.';
comment on column freshlegs.file_outcome.activities is 'The activities it held, in brief; a JSON array of objects.';

create table freshlegs.session_revision
(
    athlete            text             not null,
    fact_id            text             not null,
    revision           text             not null,
    ingested_at        timestamptz      not null,
    start              timestamptz      not null,
    local_date         date             not null,
    sport              text             not null,
    sub_sport          text,
    device             text             not null,
    heart_rate_source  text             not null,
    recording_rank     bigint           not null,
    problem            text,
    timer_seconds      double precision not null,
    elapsed_seconds    double precision not null,
    moving_seconds     double precision not null,
    distance_metres    double precision not null,
    workout_rpe        double precision,
    workout_feel       integer,
    heart_rate         jsonb            not null,
    pace               jsonb            not null,
    decoupling_percent double precision,
    minutes            jsonb            not null,
    repeats            jsonb            not null,
    repeat_source      text             not null,
    primary key (athlete, fact_id, revision)
);
create index session_revision_local_date on freshlegs.session_revision (athlete, local_date);
comment on table freshlegs.session_revision is 'What each recording of an activity amounts to; view activity has the ones to believe.';
comment on column freshlegs.session_revision.athlete is 'The athlete.';
comment on column freshlegs.session_revision.fact_id is 'The activity: its start and sport.';
comment on column freshlegs.session_revision.revision is 'Hash of the recording''s content.';
comment on column freshlegs.session_revision.ingested_at is 'When it was taken in.';
comment on column freshlegs.session_revision.start is 'When it began.';
comment on column freshlegs.session_revision.local_date is 'The day it belongs to.';
comment on column freshlegs.session_revision.sport is 'The sport, such as RUNNING.';
comment on column freshlegs.session_revision.sub_sport is 'Its finer kind as the watch names it.';
comment on column freshlegs.session_revision.device is 'The recording device.';
comment on column freshlegs.session_revision.heart_rate_source is 'STRAP, WRIST or UNKNOWN.';
comment on column freshlegs.session_revision.recording_rank is 'How much the recording knows; the highest is believed.';
comment on column freshlegs.session_revision.problem is 'Why it could not be analysed.';
comment on column freshlegs.session_revision.timer_seconds is 'Time with the timer on.';
comment on column freshlegs.session_revision.elapsed_seconds is 'Time from start to end.';
comment on column freshlegs.session_revision.moving_seconds is 'Time in motion.';
comment on column freshlegs.session_revision.distance_metres is 'Distance.';
comment on column freshlegs.session_revision.workout_rpe is 'Effort as told to the watch, 0 to 10.';
comment on column freshlegs.session_revision.workout_feel is 'Feeling as told to the watch, 0 to 100 with 100 best.';
comment on column freshlegs.session_revision.heart_rate is 'Cleaned heart rate: valid share, mean, histogram, peaks.';
comment on column freshlegs.session_revision.pace is 'Grade-adjusted speed: trusted share, mean, histogram, peaks.';
comment on column freshlegs.session_revision.decoupling_percent is 'How much efficiency fell within it.';
comment on column freshlegs.session_revision.minutes is 'One-minute windows as integer columns.';
comment on column freshlegs.session_revision.repeats is 'Hard bouts with their recoveries; a JSON array of objects.';
comment on column freshlegs.session_revision.repeat_source is 'NONE, LAPS or DETECTED.';

create table freshlegs.reading_revision
(
    athlete            text        not null,
    kind               text        not null,
    fact_id            text        not null,
    revision           text        not null,
    local_date         date        not null,
    ingested_at        timestamptz not null,
    observed_at        timestamptz not null,
    device             text        not null,
    bpm                double precision,
    rmssd_milliseconds double precision,
    asleep_hours       double precision,
    rank               bigint      not null,
    primary key (athlete, kind, fact_id, revision)
);
comment on table freshlegs.reading_revision is 'What watches measured of days and nights; view reading has the ones to believe.';
comment on column freshlegs.reading_revision.athlete is 'The athlete.';
comment on column freshlegs.reading_revision.kind is 'resting-heart-rate, hrv or sleep.';
comment on column freshlegs.reading_revision.fact_id is 'What tells it from others of its kind: the day.';
comment on column freshlegs.reading_revision.revision is 'Hash of its content.';
comment on column freshlegs.reading_revision.local_date is 'The day it belongs to.';
comment on column freshlegs.reading_revision.ingested_at is 'When it was taken in.';
comment on column freshlegs.reading_revision.observed_at is 'When the watch observed it.';
comment on column freshlegs.reading_revision.device is 'The device.';
comment on column freshlegs.reading_revision.bpm is 'Resting heart rate.';
comment on column freshlegs.reading_revision.rmssd_milliseconds is 'Heart-rate variability (RMSSD).';
comment on column freshlegs.reading_revision.asleep_hours is 'Time asleep.';
comment on column freshlegs.reading_revision.rank is 'The highest is believed.';

create table freshlegs.checkin_revision
(
    athlete       text        not null,
    kind          text        not null,
    fact_id       text        not null,
    revision      text        not null,
    local_date    date        not null,
    ordinal       integer,
    ingested_at   timestamptz not null,
    recorded_at   timestamptz not null,
    fatigue       integer,
    mood          integer,
    soreness      integer,
    stress        integer,
    sleep_quality integer,
    sleep_hours   double precision,
    pulse_bpm     double precision,
    alcohol       boolean,
    cycle_phase   text,
    effort        integer,
    quality       integer,
    pain_or_limp  boolean,
    symptoms      jsonb       not null,
    rank          bigint      not null,
    primary key (athlete, kind, fact_id, revision)
);
comment on table freshlegs.checkin_revision is 'What athletes said of mornings and runs; view checkin has the tellings to believe.';
comment on column freshlegs.checkin_revision.athlete is 'The athlete.';
comment on column freshlegs.checkin_revision.kind is 'morning-checkin or run-checkin.';
comment on column freshlegs.checkin_revision.fact_id is 'What tells it from others of its kind: the day and, after a run, which run.';
comment on column freshlegs.checkin_revision.revision is 'Hash of its content.';
comment on column freshlegs.checkin_revision.local_date is 'The day it belongs to.';
comment on column freshlegs.checkin_revision.ordinal is 'Which run of the day, from 1; null in the morning.';
comment on column freshlegs.checkin_revision.ingested_at is 'When it was taken in.';
comment on column freshlegs.checkin_revision.recorded_at is 'When it was said.';
comment on column freshlegs.checkin_revision.fatigue is '1 to 7 with 7 worst.';
comment on column freshlegs.checkin_revision.mood is 'Mood or irritability, 1 to 7 with 7 worst.';
comment on column freshlegs.checkin_revision.soreness is '1 to 7 with 7 worst.';
comment on column freshlegs.checkin_revision.stress is '1 to 7 with 7 worst.';
comment on column freshlegs.checkin_revision.sleep_quality is '1 to 7 with 7 worst.';
comment on column freshlegs.checkin_revision.sleep_hours is 'Time asleep as felt.';
comment on column freshlegs.checkin_revision.pulse_bpm is 'Pulse taken by hand.';
comment on column freshlegs.checkin_revision.alcohol is 'Whether alcohol was drunk.';
comment on column freshlegs.checkin_revision.cycle_phase is 'MENSTRUAL, FOLLICULAR, OVULATORY or LUTEAL, when logged.';
comment on column freshlegs.checkin_revision.effort is 'Effort of the run, 1 to 10 with 10 hardest.';
comment on column freshlegs.checkin_revision.quality is 'Quality of the run, 1 to 10 with 10 best.';
comment on column freshlegs.checkin_revision.pain_or_limp is 'Whether there was pain or a limp.';
comment on column freshlegs.checkin_revision.symptoms is 'Symptoms of the safety list; a JSON array of text.';
comment on column freshlegs.checkin_revision.rank is 'The highest is believed.';

create table freshlegs.profile_revision
(
    athlete                              text        not null,
    fact_id                              text        not null,
    revision                             text        not null,
    local_date                           date        not null,
    ingested_at                          timestamptz not null,
    recorded_at                          timestamptz not null,
    zone                                 text,
    sex                                  text,
    birth_year                           integer,
    resting_heart_rate_bpm               integer,
    maximal_heart_rate_bpm               integer,
    threshold_heart_rate_bpm             integer,
    threshold_pace_seconds_per_kilometre integer,
    rank                                 bigint      not null,
    primary key (athlete, fact_id, revision)
);
comment on table freshlegs.profile_revision is 'What was said of athletes, valid from a day on; view athlete has what holds now.';
comment on column freshlegs.profile_revision.athlete is 'The athlete.';
comment on column freshlegs.profile_revision.fact_id is 'The day from which it holds, as text.';
comment on column freshlegs.profile_revision.revision is 'Hash of its content.';
comment on column freshlegs.profile_revision.local_date is 'The day from which it holds; 2000-01-01 stands for always.';
comment on column freshlegs.profile_revision.ingested_at is 'When it was taken in.';
comment on column freshlegs.profile_revision.recorded_at is 'When it was said.';
comment on column freshlegs.profile_revision.zone is 'Time zone.';
comment on column freshlegs.profile_revision.sex is 'FEMALE, MALE or UNKNOWN.';
comment on column freshlegs.profile_revision.birth_year is 'Year of birth.';
comment on column freshlegs.profile_revision.resting_heart_rate_bpm is 'Resting heart rate.';
comment on column freshlegs.profile_revision.maximal_heart_rate_bpm is 'Maximal heart rate.';
comment on column freshlegs.profile_revision.threshold_heart_rate_bpm is 'Heart rate at threshold.';
comment on column freshlegs.profile_revision.threshold_pace_seconds_per_kilometre is 'Pace at threshold.';
comment on column freshlegs.profile_revision.rank is 'The highest is believed.';
