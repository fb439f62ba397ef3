-- Answers by an address in a message. A rebuild keeps all of it.

create table access.act_key
(
    one     boolean primary key default true check (one),
    key     bytea       not null check (octet_length(key) = 32),
    made_at timestamptz not null
);
comment on table access.act_key is 'What signs the addresses in messages by which people answer; made at first use. Whoever deletes it makes every such address useless, and the next message has a new one.';
comment on column access.act_key.one is 'There is one.';
comment on column access.act_key.key is '256 random bits; a secret.';
comment on column access.act_key.made_at is 'When it was made.';

create table access.act_used
(
    sha256     text primary key,
    used_at    timestamptz not null,
    expires_at timestamptz not null
);
create index act_used_expiry on access.act_used (expires_at);
comment on table access.act_used is 'Addresses in messages by which somebody has answered, so that each works once; kept until they would have expired.';
comment on column access.act_used.sha256 is 'SHA-256 of what the address holds.';
comment on column access.act_used.used_at is 'When somebody answered by it.';
comment on column access.act_used.expires_at is 'Until when it would have been valid.';

alter table access.audit drop constraint audit_via_check;
alter table access.audit add constraint audit_via_check check (via in ('session', 'token', 'open', 'link'));
comment on column access.audit.via is 'By a session, by a token, by a link in a message, or open while there are no accounts.';
