-- What rose and what fell in each week of an athlete, and what that rests on.

create table freshlegs.week_review
(
    athlete       text    not null,
    week          date    not null,
    shape         text    not null,
    worst         text    not null,
    missing_days  integer not null,
    changes       jsonb   not null,
    runs          jsonb   not null,
    summary       text    not null,
    calm_summary  text    not null,
    question      text,
    calm_question text,
    primary key (athlete, week)
);
comment on table freshlegs.week_review is 'Each calendar week of an athlete against the four weeks before it; late data replaces it.';
comment on column freshlegs.week_review.athlete is 'The athlete.';
comment on column freshlegs.week_review.week is 'The Monday of the week, in the athlete''s own time zone.';
comment on column freshlegs.week_review.shape is 'How much was trained: HEAVIER, USUAL, LIGHTER (a taper too), OFF or UNKNOWN.';
comment on column freshlegs.week_review.worst is 'The worst status of its days.';
comment on column freshlegs.week_review.missing_days is 'How many of its seven days were not heard of.';
comment on column freshlegs.week_review.changes is 'Every quantity against what is usual, see view week_change; a JSON array of objects.';
comment on column freshlegs.week_review.runs is 'The fact ids of the runs it rests on; a JSON array of text.';
comment on column freshlegs.week_review.summary is 'The week in one or two sentences, for the coach.';
comment on column freshlegs.week_review.calm_summary is 'The same for the athlete.';
comment on column freshlegs.week_review.question is 'What to ask about the coming week, for the coach; null unless something points the wrong way.';
comment on column freshlegs.week_review.calm_question is 'The same for the athlete.';

create view freshlegs.week_change as
select review.athlete,
       review.week,
       told.place::integer                      as place,
       told.change ->> 'quantity'               as quantity,
       told.change ->> 'unit'                   as unit,
       told.change ->> 'direction'              as direction,
       told.change ->> 'meaning'                as meaning,
       (told.change ->> 'value')::double precision   as value,
       (told.change ->> 'usual')::double precision   as usual,
       (told.change ->> 'noise')::double precision   as noise,
       (told.change ->> 'spreads')::double precision as spreads,
       jsonb_array_length(told.change -> 'days') as days,
       (told.change ->> 'before')::integer      as before
from freshlegs.week_review review
         cross join lateral jsonb_array_elements(review.changes) with ordinality as told(change, place);
comment on view freshlegs.week_change is 'Every quantity of every reviewed week, one row each.';
comment on column freshlegs.week_change.athlete is 'The athlete.';
comment on column freshlegs.week_change.week is 'The Monday of the week.';
comment on column freshlegs.week_change.place is 'Its place among the week''s quantities, from 1.';
comment on column freshlegs.week_change.quantity is 'What is compared: RUNNING_MINUTES, DISTANCE, RUNS, LOAD and HARD_DAYS are sums, the others means.';
comment on column freshlegs.week_change.unit is 'The unit of value, usual and noise.';
comment on column freshlegs.week_change.direction is 'ROSE, FELL, STEADY (differs by less than its noise) or UNKNOWN (too few values).';
comment on column freshlegs.week_change.meaning is 'BETTER, WORSE or NEUTRAL; more or less training is always neutral.';
comment on column freshlegs.week_change.value is 'This week''s sum or mean; null when not known.';
comment on column freshlegs.week_change.usual is 'The mean of the four weeks before; null when not known.';
comment on column freshlegs.week_change.noise is 'By how much value and usual must differ to be called different.';
comment on column freshlegs.week_change.spreads is 'By how many personal standard deviations they differ.';
comment on column freshlegs.week_change.days is 'On how many days of this week it rests.';
comment on column freshlegs.week_change.before is 'On how many values (weeks, nights, runs) before it the usual rests.';
