-- What the board asks of every athlete at once, and the groups into which people put athletes.

create schema if not exists access;

create table access.athlete_group
(
    account text not null,
    athlete text not null,
    name    text not null,
    primary key (account, athlete, name)
);
comment on table access.athlete_group is 'Groups into which somebody has put athletes for their own board; a rebuild keeps them.';
comment on column access.athlete_group.account is 'Whose group it is.';
comment on column access.athlete_group.athlete is 'Who is in it.';
comment on column access.athlete_group.name is 'What it is called.';

-- A plan reaches months ahead, and most days of it are neither hard nor changed.
create index prescription_hard on freshlegs.prescription (athlete, date) where (planned ->> 'hard')::boolean;
create index prescription_adjusted on freshlegs.prescription (athlete, date) where adjustment is not null;
create index episode_open on freshlegs.episode (athlete) where open;
create index file_outcome_imported on freshlegs.file_outcome (athlete, received_at)
    where outcome = 'imported' and decision <> 'undo';
