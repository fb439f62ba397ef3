-- Schema ledger is never rebuilt: what was told to people, and the names by which they know it.

create table ledger.episode
(
    id          text primary key,
    athlete     text        not null,
    cause       text        not null,
    first_day   date        not null,
    last_day    date        not null,
    told_status text,
    opened_at   timestamptz not null,
    updated_at  timestamptz not null
);
create index episode_athlete on ledger.episode (athlete, cause);
comment on table ledger.episode is 'Every episode that was ever published, under the name that people see.';
comment on column ledger.episode.id is 'Athlete, first day when first published, and cause; it never changes.';
comment on column ledger.episode.athlete is 'The athlete.';
comment on column ledger.episode.cause is 'FATIGUE, ILLNESS or SAFETY.';
comment on column ledger.episode.first_day is 'The first day as the season now sees it, or saw it last.';
comment on column ledger.episode.last_day is 'The last day as the season now sees it, or saw it last.';
comment on column ledger.episode.told_status is 'The worst status of which people were told or are about to be told.';
comment on column ledger.episode.opened_at is 'When it was first published.';
comment on column ledger.episode.updated_at is 'When anything here changed last.';

create table ledger.outbox
(
    id              bigint generated always as identity primary key,
    episode_id      text        not null references ledger.episode (id),
    step            text        not null,
    recipient       text        not null,
    channel         text        not null,
    idempotency_key text        not null unique,
    payload         jsonb       not null,
    state           text        not null default 'PENDING'
        check (state in ('PENDING', 'SENDING', 'SENT', 'FAILED', 'WITHDRAWN')),
    attempts        integer     not null default 0,
    created_at      timestamptz not null,
    not_before      timestamptz not null,
    next_attempt_at timestamptz,
    sent_at         timestamptz,
    last_error      text,
    unique (episode_id, step, recipient, channel)
);
create index outbox_open on ledger.outbox (not_before) where state in ('PENDING', 'SENDING');
comment on table ledger.outbox is 'Messages to people: one per episode, step, recipient and channel.';
comment on column ledger.outbox.id is 'Number of the message.';
comment on column ledger.outbox.episode_id is 'The episode it tells of.';
comment on column ledger.outbox.step is 'The status it tells of.';
comment on column ledger.outbox.recipient is 'Who is told.';
comment on column ledger.outbox.channel is 'How, such as webhook.';
comment on column ledger.outbox.idempotency_key is 'Goes with the message, so that a receiver can drop a repeat.';
comment on column ledger.outbox.payload is 'The message; it follows the episode while the message is pending.';
comment on column ledger.outbox.state is 'PENDING, SENDING (taken by a sender), SENT, FAILED (given up) or WITHDRAWN (no longer true before it was sent, or overtaken by a worse step).';
comment on column ledger.outbox.attempts is 'How often sending was tried.';
comment on column ledger.outbox.created_at is 'When it was written.';
comment on column ledger.outbox.not_before is 'The alert must stand until then before it is told.';
comment on column ledger.outbox.next_attempt_at is 'The next attempt after a failure, or when a SENDING message counts as abandoned; null before the first.';
comment on column ledger.outbox.sent_at is 'When the receiver accepted it.';
comment on column ledger.outbox.last_error is 'Why the last attempt failed.';

-- Set-returning, so that a sender with a clock of its own asks for its own now.
create function ledger.outbox_due_at(now timestamptz) returns setof ledger.outbox
    language sql stable
    begin atomic
        select o.*
        from ledger.outbox o
        where o.state in ('PENDING', 'SENDING')
          and o.not_before <= now
          and (o.next_attempt_at is null and o.state = 'PENDING' or o.next_attempt_at <= now)
          and exists (select 1
                      from freshlegs.episode e
                      where e.id = o.episode_id
                        and ledger.severity(e.status) >= ledger.severity(o.step));
    end;
comment on function ledger.outbox_due_at(timestamptz) is 'Messages to send at that time, as ledger.outbox_due.';

create view ledger.outbox_due as
select *
from ledger.outbox_due_at(now());
comment on view ledger.outbox_due is 'Messages to send now: pending or abandoned, their time has come, and their episode still stands at their step.';
