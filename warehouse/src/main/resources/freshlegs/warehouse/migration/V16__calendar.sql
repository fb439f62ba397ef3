-- Calendars that follow an athlete's plan, and what was last told in them.

create table ledger.calendar
(
    id           text primary key,
    athlete      text        not null,
    name         text        not null,
    sha256       text        not null unique,
    created_at   timestamptz not null,
    last_read_on date
);
create index calendar_athlete on ledger.calendar (athlete);
comment on table ledger.calendar is 'Secret addresses under which an athlete''s plan can be read as a calendar; a revoked one is gone.';
comment on column ledger.calendar.id is 'Its id, by which it is revoked.';
comment on column ledger.calendar.athlete is 'The athlete.';
comment on column ledger.calendar.name is 'What it is read by, such as phone.';
comment on column ledger.calendar.sha256 is 'SHA-256 of the secret in the address; the secret itself is not kept.';
comment on column ledger.calendar.created_at is 'When it was made.';
comment on column ledger.calendar.last_read_on is 'The last day (UTC) on which it was read; null when it never was.';

create table ledger.calendar_event
(
    athlete     text        not null,
    date        date        not null,
    title       text        not null,
    description text        not null,
    cancelled   boolean     not null,
    sequence    integer     not null,
    changed_at  timestamptz not null,
    primary key (athlete, date)
);
comment on table ledger.calendar_event is 'What calendars were told last of each planned run, so that they are told when it changes; brought up to date when a calendar is read.';
comment on column ledger.calendar_event.athlete is 'The athlete.';
comment on column ledger.calendar_event.date is 'The day of the run.';
comment on column ledger.calendar_event.title is 'Its title.';
comment on column ledger.calendar_event.description is 'Its steps, efforts, hints and what changed; no measurements.';
comment on column ledger.calendar_event.cancelled is 'Whether there is no run on that day any more.';
comment on column ledger.calendar_event.sequence is 'How often it was changed since it was first told.';
comment on column ledger.calendar_event.changed_at is 'When it was first told or changed last.';
