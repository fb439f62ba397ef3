-- When athletes want to be reminded of a check-in. A rebuild keeps it.

create table access.reminder
(
    account         text primary key references access.account,
    morning_at      time,
    days            text[] not null default '{}'
        check (days <@ array ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']),
    after_run_hours integer check (after_run_hours between 1 and 24)
);
comment on table access.reminder is 'When athletes want to be reminded of a check-in; whoever has no row here is not.';
comment on column access.reminder.account is 'Whose it is.';
comment on column access.reminder.morning_at is 'From then on, in the zone of the account, as long as the morning has no check-in; null when never.';
comment on column access.reminder.days is 'The days on which it is; an array of MONDAY to SUNDAY.';
comment on column access.reminder.after_run_hours is 'So many hours after the end of a run that has neither a check-in nor an effort; null when never.';
