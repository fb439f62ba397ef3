-- What people did about records and files that stopped on their way. A rebuild keeps it, and it is erased with its athlete.

create table ledger.dead_letter
(
    id          text primary key,
    athlete     text,
    state       text        not null check (state in ('OPEN', 'REPLAYED', 'DISCARDED')),
    handled_by  text        not null,
    handled_at  timestamptz not null,
    why         text        not null,
    replayed_as text
);
create index dead_letter_athlete on ledger.dead_letter (athlete);
comment on table ledger.dead_letter is 'Dead letters about which somebody did something; one that is not here is open.';
comment on column ledger.dead_letter.id is 'Its name for people, such as streams-3-17, warehouse-athlete.note.v1-3-17 or file-0123456789ab.';
comment on column ledger.dead_letter.athlete is 'Whose it is, as far as its key or folder says; null when they do not.';
comment on column ledger.dead_letter.state is 'REPLAYED (brought on its way again, and it came), DISCARDED (nothing is to come of it) or OPEN (again).';
comment on column ledger.dead_letter.handled_by is 'Who did it.';
comment on column ledger.dead_letter.handled_at is 'When.';
comment on column ledger.dead_letter.why is 'Why, in that person''s words.';
comment on column ledger.dead_letter.replayed_as is 'The record or the delivery by which it came; null otherwise.';
