-- An alert that nobody has judged counts under the rules that raised it, and whoever counts may ask of whom.

create view freshlegs.counted_alert as
with judged as (select distinct on (alert_id) alert_id, verdict, rule_set, rules
                from freshlegs.alert_verdict
                where standing = 'STANDS'
                order by alert_id, recorded_at desc, edit desc, revision collate "C" desc)
select known.id,
       known.athlete,
       known.cause,
       coalesce(judged.rule_set, nullif(known.rule_set, '')) as rule_set,
       freshlegs.rules_of_cause(
           known.cause, case when judged.alert_id is null then known.rules else judged.rules end) as rules,
       known.status,
       published.told_status is not null as told,
       judged.verdict
from (select distinct on (e.id) e.id, e.athlete, e.cause, e.status, e.rule_set, e.rules
      from freshlegs.episode e
      where ledger.is_alert(e.status)
      order by e.id, ledger.severity(e.status) desc, e.first_day) known
         join ledger.episode published on published.id = known.id
         left join judged on judged.alert_id = known.id;
comment on view freshlegs.counted_alert is 'Every alert that stands, once, with what was said of it last: what rule_precision counts.';
comment on column freshlegs.counted_alert.id is 'The name that people see.';
comment on column freshlegs.counted_alert.athlete is 'The athlete.';
comment on column freshlegs.counted_alert.cause is 'FATIGUE, ILLNESS or SAFETY.';
comment on column freshlegs.counted_alert.rule_set is 'The version of the set of rules that was judged, or that raised it while nobody has judged; null when it is not known.';
comment on column freshlegs.counted_alert.rules is 'The rules of that cause with their versions that were judged, or that raised it while nobody has judged; a JSON array of text, empty when they are not known.';
comment on column freshlegs.counted_alert.status is 'The worst status that it reached.';
comment on column freshlegs.counted_alert.told is 'Whether people were told of it or are about to be.';
comment on column freshlegs.counted_alert.verdict is 'right, wrong or unsure; null while nobody has judged.';

create or replace view freshlegs.rule_precision as
select cause,
       rule_set,
       rules,
       status,
       count(*) as alerts,
       count(*) filter (where told) as told,
       count(*) filter (where verdict = 'right') as judged_right,
       count(*) filter (where verdict = 'wrong') as judged_wrong,
       count(*) filter (where verdict = 'unsure') as judged_unsure,
       count(*) filter (where verdict = 'right')::double precision
           / nullif(count(*) filter (where verdict in ('right', 'wrong')), 0) as precision
from freshlegs.counted_alert
group by 1, 2, 3, 4;
