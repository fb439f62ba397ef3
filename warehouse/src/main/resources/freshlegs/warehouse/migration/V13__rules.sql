-- Every signal says by which rules it was raised, and by which thresholds.

alter table freshlegs.status_day
    add column rules    jsonb not null default '[]',
    add column rule_set text  not null default '';
comment on column freshlegs.status_day.rules is 'The rules that saw something on the day, each with its version; a JSON array of text.';
comment on column freshlegs.status_day.rule_set is 'The version of all thresholds; empty in what older programs told.';

alter table freshlegs.episode
    add column rules    jsonb not null default '[]',
    add column rule_set text  not null default '';
comment on column freshlegs.episode.rules is 'The rules that saw something on the day of the latest step, each with its version; a JSON array of text.';
comment on column freshlegs.episode.rule_set is 'The version of all thresholds on that day; empty in what older programs told.';
