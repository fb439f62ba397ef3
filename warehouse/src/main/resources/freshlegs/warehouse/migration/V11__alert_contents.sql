-- What an alert carries, so that a coach can check it by hand.

alter table freshlegs.episode
    add column athlete_why text  not null default '',
    add column confidence  jsonb not null default '{"level": "MODERATE", "why": ""}',
    add column clears      text  not null default '',
    add column grounds     jsonb not null default '[]',
    add column agreement   text  not null default '';
comment on column freshlegs.episode.context is 'What else could explain it, on the day of the latest step and in the days before; a JSON array of text.';
comment on column freshlegs.episode.athlete_why is 'The same for the athlete: calmer, without numbers, with what to do.';
comment on column freshlegs.episode.confidence is 'How much it can be relied on and why: level (LOW, MODERATE or HIGH), why.';
comment on column freshlegs.episode.clears is 'What would clear it and how far that is as of the last day, or what has cleared it.';
comment on column freshlegs.episode.grounds is 'The facts that it rests on, at most 60; a JSON array of kind, date, factId.';
comment on column freshlegs.episode.agreement is 'How the kinds of evidence added up on the day of the latest step, number by number; empty of illness and safety.';
comment on column freshlegs.episode.domains is 'The evidence on the day of the latest step; a JSON array of objects: name, known, votes, value, unit, baseline, spread, low and high (the own band, one spread either side), z, chart and the limit from which it votes, days, baselineDays, values (how many lately), compared (value, usual, spread that z is made of).';
comment on column freshlegs.status_day.domains is 'Each kind of evidence with its numbers, as in episode; a JSON array of objects.';
