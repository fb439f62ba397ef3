-- In which order people want the days of a week to be run.

create table freshlegs.week_order_revision
(
    athlete     text not null,
    fact_id     text not null,
    revision    text not null,
    local_date  date not null,
    ingested_at timestamptz not null,
    recorded_at timestamptz not null,
    edit        integer not null,
    days        jsonb not null,
    reason      text,
    decided_by  jsonb not null,
    rank        bigint not null,
    primary key (athlete, fact_id, revision)
);
comment on table freshlegs.week_order_revision is 'In which order the days of weeks are run, as people said; view week_order has those to believe.';
comment on column freshlegs.week_order_revision.athlete is 'The athlete.';
comment on column freshlegs.week_order_revision.fact_id is 'The Monday of the week, as text.';
comment on column freshlegs.week_order_revision.revision is 'Hash of its content.';
comment on column freshlegs.week_order_revision.local_date is 'The Monday of the week.';
comment on column freshlegs.week_order_revision.ingested_at is 'When it was taken in.';
comment on column freshlegs.week_order_revision.recorded_at is 'When it was said.';
comment on column freshlegs.week_order_revision.edit is 'Counts the changes of it.';
comment on column freshlegs.week_order_revision.days is 'For each day from Monday on the day whose session is run on it; a JSON array of seven names of days.';
comment on column freshlegs.week_order_revision.reason is 'Why, in the persons own words.';
comment on column freshlegs.week_order_revision.decided_by is 'Who said it: role, id.';
comment on column freshlegs.week_order_revision.rank is 'The highest is believed.';

create view freshlegs.week_order as
select distinct on (athlete, fact_id) *
from freshlegs.week_order_revision
where not freshlegs.is_retracted(athlete, 'week-order', fact_id, revision)
order by athlete, fact_id, rank desc, revision collate "C" desc;
comment on view freshlegs.week_order is 'The orders to believe, one for each week; the usual order takes one back.';

do
$$
    declare
        pair record;
    begin
        for pair in
            select a.attname as name, d.description
            from pg_attribute a
                     join pg_description d on d.objoid = a.attrelid and d.objsubid = a.attnum
                and d.classoid = 'pg_class'::regclass
            where a.attrelid = 'freshlegs.week_order_revision'::regclass and a.attnum > 0
            loop
                execute format('comment on column freshlegs.week_order.%I is %L', pair.name, pair.description);
            end loop;
    end
$$;
