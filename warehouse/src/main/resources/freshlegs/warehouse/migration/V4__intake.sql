-- How files came, how copies of one run stand, and what people decided about them.

alter table freshlegs.file_outcome
    add column route            text    not null default 'import',
    add column archive          text,
    add column copies           jsonb   not null default '[]',
    add column salvage          jsonb,
    add column unknown_messages integer not null default 0,
    add column decision         text    not null default 'none';
create index file_outcome_archive on freshlegs.file_outcome (athlete, archive) where archive is not null;
comment on column freshlegs.file_outcome.route is 'The way it came: inbox, import, upload, relay or garmin.';
comment on column freshlegs.file_outcome.archive is 'The delivery of the archive that it lay in.';
comment on column freshlegs.file_outcome.copies is 'How each of its activities stands among the copies of one run; a JSON array of objects.';
comment on column freshlegs.file_outcome.salvage is 'What is wrong with a damaged file and how much of it was read: reason, percentRead.';
comment on column freshlegs.file_outcome.unknown_messages is 'How many of its messages were of kinds that nobody documents.';
comment on column freshlegs.file_outcome.decision is 'What a person decided about it or its archive: keep, split, undo or none.';

alter table freshlegs.session_revision
    add column source        jsonb not null default '{"format": "FIT"}',
    add column watch_profile jsonb not null default '{}';
comment on column freshlegs.session_revision.source is 'The file it was read from: format, fileId, salvage.';
comment on column freshlegs.session_revision.watch_profile is 'Heart rates that the watch believes of its wearer.';
