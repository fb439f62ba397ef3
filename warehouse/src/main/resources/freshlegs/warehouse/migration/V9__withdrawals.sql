-- An alert whose ground has gone is withdrawn visibly, and what was told is never changed.

create function ledger.is_alert(status text) returns boolean
    language sql immutable parallel safe
    return ledger.severity(status) >= ledger.severity('AMBER');
comment on function ledger.is_alert(text) is 'Whether a status is one of which people are told.';

-- Which name each of the season's episodes was given, so that it has the same after a rebuild or when it comes back.
create table ledger.episode_name
(
    athlete    text not null,
    cause      text not null,
    first_day  date not null,
    episode_id text not null references ledger.episode (id),
    primary key (athlete, cause, first_day)
);
comment on table ledger.episode_name is 'Which name each of the season''s episodes was given last, so that it has the same after a rebuild or when it comes back.';
comment on column ledger.episode_name.athlete is 'The athlete.';
comment on column ledger.episode_name.cause is 'FATIGUE, ILLNESS or SAFETY.';
comment on column ledger.episode_name.first_day is 'The first day as the season sees it; with athlete and cause it is all that the season calls an episode.';
comment on column ledger.episode_name.episode_id is 'The name that people see.';
insert into ledger.episode_name
select athlete, cause, first_day, id from freshlegs.episode where id is not null;

-- How far the topics had been read when the tables were emptied: until they are read that far again, nobody is told anything.
create table ledger.unread
(
    topic       text        not null,
    partition   integer     not null,
    next_offset bigint      not null,
    began_at    timestamptz not null,
    primary key (topic, partition)
);
comment on table ledger.unread is 'How far the topics had been read when the tables were emptied last; nobody is told anything until they are read that far again.';
comment on column ledger.unread.topic is 'Topic.';
comment on column ledger.unread.partition is 'Partition of the topic.';
comment on column ledger.unread.next_offset is 'The first offset that had not been read.';
comment on column ledger.unread.began_at is 'When the tables were emptied.';

-- One that has not come to its end within a day, say because the topics are other ones now, holds nobody back.
create function ledger.is_rebuilding_at(now timestamptz) returns boolean
    language sql stable
    begin atomic
        select exists (select from ledger.rebuild where finished_at is null)
            or exists (select
                       from ledger.unread before
                                left join freshlegs.kafka_offset read
                                          on read.topic = before.topic and read.partition = before.partition
                       where coalesce(read.next_offset, 0) < before.next_offset
                         and before.began_at > now - interval '1 day');
    end;
comment on function ledger.is_rebuilding_at(timestamptz) is 'Whether the tables are being read again from the topics.';

comment on column ledger.outbox.step is 'The status it tells of; GONE says that a told alert is withdrawn because late or corrected data has removed its ground, BACK that it stands again after that.';

create or replace function ledger.outbox_due_at(now timestamptz) returns setof ledger.outbox
    language sql stable
    begin atomic
        select o.*
        from ledger.outbox o
        where o.state in ('PENDING', 'SENDING')
          and o.not_before <= now
          and (o.next_attempt_at is null and o.state = 'PENDING' or o.next_attempt_at <= now)
          and not ledger.is_rebuilding_at(now)
          and case o.step
                  when 'GONE' then
                      exists (select
                              from ledger.outbox told
                              where told.episode_id = o.episode_id and told.recipient = o.recipient
                                and told.channel = o.channel and told.state = 'SENT' and ledger.is_alert(told.step))
                          and not exists (select
                                          from freshlegs.episode e
                                          where e.id = o.episode_id and ledger.is_alert(e.status))
                  when 'BACK' then
                      exists (select
                              from ledger.outbox told
                              where told.episode_id = o.episode_id and told.recipient = o.recipient
                                and told.channel = o.channel and told.state = 'SENT' and told.step = 'GONE')
                          and exists (select
                                      from freshlegs.episode e
                                      where e.id = o.episode_id and ledger.is_alert(e.status))
                  else exists (select
                               from freshlegs.episode e
                               where e.id = o.episode_id and ledger.severity(e.status) >= ledger.severity(o.step))
            end;
    end;

comment on view ledger.outbox_due is 'Messages to send now: pending or abandoned, their time has come, and they are true of their episode as it stands.';

create function ledger.keep_what_was_told() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'DELETE' then
        if current_setting('freshlegs.erasing', true) is distinct from 'on' then
            raise exception 'what was told to people is never deleted';
        end if;
        return old;
    end if;
    if old.state = 'SENT' and new is distinct from old then
        raise exception 'what was told to people is never changed';
    end if;
    return new;
end;
$$;
comment on function ledger.keep_what_was_told() is 'Refuses to change a message that was sent, and to delete any unless freshlegs.erasing is on.';
create trigger keep_what_was_told
    before update or delete
    on ledger.outbox
    for each row
execute function ledger.keep_what_was_told();

-- What became of every alert of which people were told; its page stays when the season no longer knows of it.
create view ledger.alert as
select known.id,
       known.athlete,
       known.cause,
       known.first_day,
       known.last_day,
       known.told_status,
       case
           when exists (select from freshlegs.episode e where e.id = known.id and ledger.is_alert(e.status)) then 'STANDS'
           when merged.id is not null then 'MERGED'
           else 'GONE'
           end as standing,
       merged.id as merged_into,
       known.updated_at
from ledger.episode known
         left join lateral (
    select e.id
    from freshlegs.episode e
    where e.athlete = known.athlete and e.cause = known.cause and e.id <> known.id
      and e.first_day <= known.last_day and e.last_day >= known.first_day and ledger.is_alert(e.status)
    order by e.first_day
    limit 1) merged on true
where known.told_status is not null;
comment on view ledger.alert is 'Every alert of which people were told or are about to be, and what has become of it.';
comment on column ledger.alert.id is 'The name that people know.';
comment on column ledger.alert.athlete is 'The athlete.';
comment on column ledger.alert.cause is 'FATIGUE, ILLNESS or SAFETY.';
comment on column ledger.alert.first_day is 'The first day as the season now sees it, or saw it last.';
comment on column ledger.alert.last_day is 'The last day as the season now sees it, or saw it last.';
comment on column ledger.alert.told_status is 'The worst status of which people were told or are about to be.';
comment on column ledger.alert.standing is 'STANDS, MERGED (its days belong to another alert now) or GONE (late or corrected data has removed its ground).';
comment on column ledger.alert.merged_into is 'The alert that covers its days now, unless it stands itself.';
comment on column ledger.alert.updated_at is 'When anything about it changed last.';
