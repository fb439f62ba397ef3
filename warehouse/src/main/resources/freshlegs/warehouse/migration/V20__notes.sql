-- What people write down about alerts and days.

create table freshlegs.note_revision
(
    athlete     text not null,
    fact_id     text not null,
    revision    text not null,
    local_date  date not null,
    alert       text,
    text        text not null,
    shared      boolean not null,
    ingested_at timestamptz not null,
    recorded_at timestamptz not null,
    edit        integer not null,
    withdrawn   boolean not null,
    told_by     jsonb not null,
    rank        bigint not null,
    primary key (athlete, fact_id, revision)
);
create index note_revision_alert on freshlegs.note_revision (alert);
comment on table freshlegs.note_revision is 'What people wrote down about alerts and days, as they wrote it; view note has what stands.';
comment on column freshlegs.note_revision.athlete is 'The athlete.';
comment on column freshlegs.note_revision.fact_id is 'The name of the note, given by whoever wrote it.';
comment on column freshlegs.note_revision.revision is 'Hash of its content.';
comment on column freshlegs.note_revision.local_date is 'The day that it is about, or on which it was written about an alert.';
comment on column freshlegs.note_revision.alert is 'The alert that it is about; null of a note about a day.';
comment on column freshlegs.note_revision.text is 'What was written; health data.';
comment on column freshlegs.note_revision.shared is 'Whether the athlete may read what others wrote.';
comment on column freshlegs.note_revision.ingested_at is 'When it was taken in.';
comment on column freshlegs.note_revision.recorded_at is 'When it was written.';
comment on column freshlegs.note_revision.edit is 'Counts the corrections of it.';
comment on column freshlegs.note_revision.withdrawn is 'Whether it was taken back.';
comment on column freshlegs.note_revision.told_by is 'Who wrote it: role, id.';
comment on column freshlegs.note_revision.rank is 'The highest is believed.';

create view freshlegs.note as
select *
from (select distinct on (athlete, fact_id) *
      from freshlegs.note_revision
      where not freshlegs.is_retracted(athlete, 'note', fact_id, revision)
      order by athlete, fact_id, rank desc, revision collate "C" desc) believed
where not withdrawn;
comment on view freshlegs.note is 'The notes that stand; what was taken back is left out. Whoever shows them to an athlete leaves out what is neither shared nor their own.';

do
$$
    declare
        told record;
    begin
        for told in
            select original.attname as name, described.description
            from pg_attribute original
                     join pg_description described on described.objoid = original.attrelid and described.objsubid = original.attnum
                and described.classoid = 'pg_class'::regclass
            where original.attrelid = 'freshlegs.note_revision'::regclass and original.attnum > 0
            loop
                execute format('comment on column freshlegs.note.%I is %L', told.name, told.description);
            end loop;
    end
$$;
