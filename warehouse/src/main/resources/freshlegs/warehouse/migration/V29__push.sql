-- Browsers that take web push.

alter table access.channel
    drop constraint channel_kind_check,
    add constraint channel_kind_check
        check (kind in ('mail', 'webhook', 'slack', 'discord', 'telegram', 'ntfy', 'push'));
comment on column access.channel.kind is 'What understands the messages: mail, webhook, slack, discord, telegram, ntfy or push (a browser).';

create table access.push_key
(
    single boolean primary key default true check (single),
    x509  text not null,
    pkcs8 text not null
);
comment on table access.push_key is 'The key pair by which push services know this console. A rebuild keeps it; without it every browser has to be added anew.';
comment on column access.push_key.single is 'There is one.';
comment on column access.push_key.x509 is 'Its public half, Base64.';
comment on column access.push_key.pkcs8 is 'Its private half, Base64.';
