-- After everything about an athlete is erased its bytes wait in Kafka's files until they are compacted: by when that is, and how far.

alter table access.leaving
    add column place    smallint check (place between 0 and 11),
    add column sweeps   smallint not null default 0 check (sweeps >= 0),
    add column swept_at timestamptz,
    add column gone_at  timestamptz;
comment on column access.leaving.place is 'Number of the partition in which her records lie, so that the streams can write their stores of it anew when her id is forgotten; null until everything is erased.';
comment on column access.leaving.sweeps is 'How often Kafka was swept since: records that nobody sees close its files, so that Kafka compacts them.';
comment on column access.leaving.swept_at is 'When it was swept last; null before the first time.';
comment on column access.leaving.gone_at is 'By when the last bytes are gone from Kafka''s files, as reckoned when everything was erased; null until then.';
