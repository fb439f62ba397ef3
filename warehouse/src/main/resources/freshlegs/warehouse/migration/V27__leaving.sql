-- Athletes who leave: how far it is that everything about them is erased, and that they are gone. A rebuild keeps all of it.

create table access.leaving
(
    sha256      text primary key,
    athlete     text,
    account     text,
    progress    text        not null unique,
    step        text        not null check (step in ('CLOSING', 'DRAINING', 'FACTS', 'FILES', 'ROWS', 'DONE')),
    asked_at    timestamptz not null,
    moved_at    timestamptz not null,
    finished_at timestamptz,
    trouble     text,
    check ((finished_at is null) = (athlete is not null)),
    check (finished_at is null or (account is null and trouble is null))
);
comment on table access.leaving is 'Athletes about whom everything is being erased, or was: how far that is, and by a hash alone who is gone.';
comment on column access.leaving.sha256 is 'SHA-256 of the athlete''s id, so that nothing is taken for it any more; the id itself is not kept.';
comment on column access.leaving.athlete is 'The athlete, until everything is erased; null from then on.';
comment on column access.leaving.account is 'Her own account, until that is erased; null without one.';
comment on column access.leaving.progress is 'SHA-256 of the secret in the address under which she sees how far it is; the secret itself is not kept.';
comment on column access.leaving.step is 'CLOSING (all ways in), DRAINING (what is being read), FACTS (topics and what follows from them), FILES, ROWS (tables, account) or DONE.';
comment on column access.leaving.asked_at is 'When it was asked for.';
comment on column access.leaving.moved_at is 'When the step began, or was tried again last.';
comment on column access.leaving.finished_at is 'When everything was erased; null before that.';
comment on column access.leaving.trouble is 'Why it does not go on just now; null while it does.';
