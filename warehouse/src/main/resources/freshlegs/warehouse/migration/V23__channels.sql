-- Where people want to be told. A rebuild keeps all of it.

create table access.channel
(
    id          text primary key,
    account     text        not null references access.account,
    kind        text        not null check (kind in ('mail', 'webhook', 'slack', 'discord', 'telegram', 'ntfy')),
    address     text        not null,
    secret      text        not null,
    created_at  timestamptz not null,
    paused      boolean     not null default false,
    received_at timestamptz,
    failures    integer     not null default 0,
    resume_at   timestamptz,
    last_error  text
);
create index channel_account on access.channel (account);
comment on table access.channel is 'Where people want to be told of alerts; one that is removed is gone with its address.';
comment on column access.channel.id is 'Its id.';
comment on column access.channel.account is 'Whose it is.';
comment on column access.channel.kind is 'What understands the messages: mail, webhook, slack, discord, telegram or ntfy.';
comment on column access.channel.address is 'Where they go; a secret, since whoever knows it can write there.';
comment on column access.channel.secret is 'What signs messages to a webhook.';
comment on column access.channel.created_at is 'When it was made.';
comment on column access.channel.paused is 'Whether its owner wants nothing there for now.';
comment on column access.channel.received_at is 'When a message was received last; null when none ever was.';
comment on column access.channel.failures is 'How many tries in a row have failed.';
comment on column access.channel.resume_at is 'Before when it is not tried again after a failure; null after a success.';
comment on column access.channel.last_error is 'Why the last try failed; null after a success.';

create function ledger.recipients(whose text) returns table (recipient text, channel text)
    language sql stable
    begin atomic
        select c.account, 'channel:' || c.id
        from access.channel c
        where not c.paused
          and exists (select
                       from access.share s
                                join access.account a on a.id = s.account
                       where s.athlete = whose and s.account = c.account and s.revoked_at is null and a.disabled_at is null
                         and (s.role in ('coach', 'assistant')
                           or s.role = 'athlete'
                                  and not exists (select
                                                  from access.share other
                                                  where other.athlete = whose and other.role in ('coach', 'assistant')
                                                    and other.revoked_at is null)));
    end;
comment on function ledger.recipients(text) is 'Who is told of an athlete, and where: coaches and assistants, and herself while she has neither.';
