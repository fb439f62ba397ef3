-- How activities went second by second, and what each amounted to for the one who did it.

alter table freshlegs.session_revision
    add column detail jsonb not null default '{}';
comment on column freshlegs.session_revision.detail is 'Rolling means, bests, fast bouts, even stretches, thirds, heart-rate drops, form, laps.';
