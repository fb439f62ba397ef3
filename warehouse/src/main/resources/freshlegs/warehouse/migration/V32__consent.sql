-- Who agreed to what is done with an athlete's data, and when; how long who looked is kept. A rebuild keeps it; it is erased with its athlete.

create table access.consent
(
    id          bigint generated always as identity primary key,
    athlete     text        not null,
    at          timestamptz not null,
    given       boolean     not null,
    version     integer,
    text_sha256 text,
    said_by     text        not null,
    how         text        not null,
    check ((version is null) = (text_sha256 is null)),
    check (not given or version is not null)
);
create index consent_athlete on access.consent (athlete, id);
comment on table access.consent is 'What an athlete said to the text about what is done with her data: agreed or withdrawn. The last row counts, and none is ever changed.';
comment on column access.consent.id is 'Its number.';
comment on column access.consent.athlete is 'Whose data it is about.';
comment on column access.consent.at is 'When it was said.';
comment on column access.consent.given is 'Whether she agreed; false when she withdrew.';
comment on column access.consent.version is 'The version of the text that she agreed to; null when she withdrew.';
comment on column access.consent.text_sha256 is 'SHA-256 of that text; null when she withdrew.';
comment on column access.consent.said_by is 'Who said it: an account, console while there are no accounts, or command-line.';
comment on column access.consent.how is 'Where: invitation, page, or at the command line in words, such as signed on paper.';

create function access.keep_what_was_said() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'DELETE' and current_setting('freshlegs.erasing', true) is not distinct from 'on' then
        return old;
    end if;
    raise exception 'what was said about consent is never changed';
end;
$$;
comment on function access.keep_what_was_said() is 'Refuses to change a row, and to delete one unless freshlegs.erasing is on.';
create trigger keep_what_was_said
    before update or delete
    on access.consent
    for each row
execute function access.keep_what_was_said();

comment on table access.audit is 'Who asked the console for what, refused or not, for as many days as FRESHLEGS_AUDIT_DAYS says; never what it said.';
comment on table access.share is 'Who sees an athlete, and as what. One that has ended is kept for as long as who looked is, so that it can be told who saw what.';
comment on function ledger.keep_what_was_told() is 'Refuses to change a message that was sent, and to delete any unless freshlegs.erasing is on, as it is while somebody is erased and when the time of a message is over.';
