-- What goes to people's channels goes as deliveries, each of which may tell of several alerts, as its account wants it.

create table access.manners
(
    account       text primary key references access.account,
    zone          text    not null,
    told_at       time    not null,
    quiet_from    time    not null,
    quiet_to      time    not null,
    weekly_budget integer not null check (weekly_budget between 1 and 100),
    review_on     text    not null
        check (review_on in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'))
);
comment on table access.manners is 'When people want to be told; whoever has no row here is told as everybody is at first.';
comment on column access.manners.account is 'Whose they are.';
comment on column access.manners.zone is 'The time zone in which all of it is meant.';
comment on column access.manners.told_at is 'The hour of the daily digest.';
comment on column access.manners.quiet_from is 'From then on nothing is told but STOP.';
comment on column access.manners.quiet_to is 'Until then; there are no quiet hours when both are the same.';
comment on column access.manners.weekly_budget is 'How many messages about alerts each channel gets from Monday to Sunday, STOP apart.';
comment on column access.manners.review_on is 'The day of the weekly review.';

alter table access.channel
    add column digest_at timestamptz;
comment on column access.channel.digest_at is 'The last hour of a digest that has been seen to; null before the first.';

create table ledger.delivery
(
    id              bigint generated always as identity primary key,
    kind            text        not null check (kind in ('ALERT', 'DIGEST', 'REVIEW', 'REMINDER')),
    account         text        not null,
    channel         text        not null,
    subject         text,
    idempotency_key text        not null unique,
    counted         boolean     not null default false,
    state           text        not null default 'PENDING'
        check (state in ('PENDING', 'SENDING', 'SENT', 'FAILED', 'WITHDRAWN')),
    attempts        integer     not null default 0,
    created_at      timestamptz not null,
    until           timestamptz,
    next_attempt_at timestamptz,
    sent_at         timestamptz,
    last_error      text
);
create index delivery_open on ledger.delivery (channel, created_at) where state in ('PENDING', 'SENDING');
create index delivery_counted on ledger.delivery (channel, created_at) where counted;
comment on table ledger.delivery is 'Messages to people''s channels; what each tells of an alert is in the rows of ledger.outbox that are bound to it.';
comment on column ledger.delivery.id is 'Number of the delivery.';
comment on column ledger.delivery.kind is 'ALERT (one alert, at once), DIGEST (what has come together), REVIEW or REMINDER.';
comment on column ledger.delivery.account is 'Whose channel it is.';
comment on column ledger.delivery.channel is 'Where it goes.';
comment on column ledger.delivery.subject is 'Of a DIGEST its day, of a REVIEW or REMINDER what it is about; null for an ALERT.';
comment on column ledger.delivery.idempotency_key is 'Goes with the message, so that a receiver can drop a repeat.';
comment on column ledger.delivery.counted is 'Whether it is one of the week''s budget.';
comment on column ledger.delivery.state is 'PENDING, SENDING (taken by a sender), SENT, FAILED (given up) or WITHDRAWN (nobody may be told of it there any more, or its time has passed).';
comment on column ledger.delivery.attempts is 'How often sending was tried.';
comment on column ledger.delivery.created_at is 'When it was put together; what it tells of has been the same since.';
comment on column ledger.delivery.until is 'When its time has passed; null when it never does.';
comment on column ledger.delivery.next_attempt_at is 'The next attempt after a failure, or when a SENDING one counts as abandoned; null before the first.';
comment on column ledger.delivery.sent_at is 'When the receiver accepted it.';
comment on column ledger.delivery.last_error is 'Why the last attempt failed.';
create trigger keep_what_was_told
    before update or delete
    on ledger.delivery
    for each row
execute function ledger.keep_what_was_told();

alter table ledger.outbox
    add column delivery_id bigint references ledger.delivery,
    add column held_for text check (held_for = 'BUDGET');
create index outbox_delivery on ledger.outbox (delivery_id) where delivery_id is not null;
comment on column ledger.outbox.delivery_id is 'The delivery that tells it, once one does; the message is then SENDING until that has ended, and ends as it does. Null for the operator''s webhook.';
comment on column ledger.outbox.held_for is 'BUDGET when its time had come while the week''s budget was used up; null otherwise.';

-- What belongs to a delivery is no longer due by itself.
create or replace function ledger.outbox_true_at(now timestamptz) returns setof ledger.outbox
    language sql stable
    begin atomic
        select o.*
        from ledger.outbox o
        where o.state in ('PENDING', 'SENDING')
          and o.not_before <= now
          and (o.next_attempt_at is null and o.state = 'PENDING' or o.next_attempt_at <= now)
          and not ledger.is_rebuilding_at(now)
          and case o.step
                  when 'GONE' then
                      exists (select
                              from ledger.outbox told
                              where told.episode_id = o.episode_id and told.recipient = o.recipient
                                and told.channel = o.channel and told.state = 'SENT' and ledger.is_alert(told.step))
                          and not exists (select
                                          from freshlegs.episode e
                                          where e.id = o.episode_id and ledger.is_alert(e.status))
                  when 'BACK' then
                      exists (select
                              from ledger.outbox told
                              where told.episode_id = o.episode_id and told.recipient = o.recipient
                                and told.channel = o.channel and told.state = 'SENT' and told.step = 'GONE')
                          and exists (select
                                      from freshlegs.episode e
                                      where e.id = o.episode_id and ledger.is_alert(e.status))
                  else exists (select
                               from freshlegs.episode e
                               where e.id = o.episode_id and ledger.severity(e.status) >= ledger.severity(o.step))
            end;
    end;

create or replace function ledger.outbox_due_at(now timestamptz) returns setof ledger.outbox
    language sql stable
    begin atomic
        select o.*
        from ledger.outbox_true_at(now) o
        where ledger.silenced_by(o, now) is null
          and (o.news_until is null
            or (now at time zone 'UTC')::date <= o.news_until
            or not ledger.was_silenced(o));
    end;

create or replace view ledger.outbox_due as
select *
from ledger.outbox_due_at(now());
comment on column ledger.outbox_due.delivery_id is 'The delivery that tells it; null, since what is due has none yet.';
comment on column ledger.outbox_due.held_for is 'BUDGET when its time had come while the week''s budget was used up; null otherwise.';

-- Asked once a second, so it looks only at what is open.
create function ledger.may_be_told(athlete text, told ledger.delivery) returns boolean
    language sql stable
    begin atomic
        select exists (select from ledger.recipients(athlete) r where r.channel = told.channel and r.recipient = told.account);
    end;
comment on function ledger.may_be_told(text, ledger.delivery) is 'Whether a delivery may tell of an athlete as the shares and channels are now.';

-- The same as before: a view over whole rows has to be made anew when the rows get more columns.
create or replace view ledger.outbox_held as
select o.id,
       o.episode_id,
       o.step,
       o.recipient,
       o.channel,
       ledger.silenced_by(o, now()) as silenced_by,
       o.news_until
from ledger.outbox_true_at(now()) o
where ledger.silenced_by(o, now()) is not null;
