-- When everything derived is made anew, the journal rests until that has come to its end.

create table ledger.rebuild
(
    id          bigint generated always as identity primary key,
    sessions    boolean     not null,
    begun_at    timestamptz not null,
    finished_at timestamptz
);
create unique index rebuild_under_way on ledger.rebuild ((finished_at is null)) where finished_at is null;
comment on table ledger.rebuild is 'Every time that all derived rows were made anew; while one is under way nobody is told anything new.';
comment on column ledger.rebuild.id is 'Number of the rebuild.';
comment on column ledger.rebuild.sessions is 'Whether recordings are analysed anew as well.';
comment on column ledger.rebuild.begun_at is 'When it was begun.';
comment on column ledger.rebuild.finished_at is 'When it had come to its end; null while it is under way or was interrupted.';
