-- Who looks at the console, whom they may see there, and what they looked at. A rebuild keeps all of it.

create schema if not exists access;

create table access.account
(
    id          text primary key,
    login       text        not null unique check (login <> '' and login = lower(login)),
    name        text        not null,
    password    text,
    issuer      text,
    subject     text,
    operator    boolean     not null default false,
    created_at  timestamptz not null,
    disabled_at timestamptz,
    unique (issuer, subject),
    check ((issuer is null) = (subject is null))
);
comment on table access.account is 'People who sign in at the console. While there is none, a console on this machine alone is open to whoever sits at it.';
comment on column access.account.id is 'An opaque id, by which facts name who said something.';
comment on column access.account.login is 'What they sign in by, in lower case.';
comment on column access.account.name is 'What people call them.';
comment on column access.account.password is 'Argon2id of the password with its salt and parameters; null without a password.';
comment on column access.account.issuer is 'The OpenID Connect provider by which they sign in; null without one.';
comment on column access.account.subject is 'Who they are at that provider; null without one.';
comment on column access.account.operator is 'Whether they see to accounts; that alone shows no athlete.';
comment on column access.account.created_at is 'When it was made.';
comment on column access.account.disabled_at is 'Since when nobody can sign in by it; null while one can.';

create table access.share
(
    id         text primary key,
    athlete    text        not null,
    account    text        not null references access.account,
    role       text        not null check (role in ('athlete', 'coach', 'assistant', 'viewer')),
    granted_by text        not null,
    granted_at timestamptz not null,
    revoked_by text,
    revoked_at timestamptz,
    check ((revoked_by is null) = (revoked_at is null))
);
create unique index share_standing on access.share (athlete, account) where revoked_at is null;
create unique index share_athlete on access.share (athlete) where revoked_at is null and role = 'athlete';
create index share_account on access.share (account);
comment on table access.share is 'Who sees an athlete, and as what. One that has ended is kept, so that it can be told who saw what.';
comment on column access.share.id is 'Its id.';
comment on column access.share.athlete is 'The athlete.';
comment on column access.share.account is 'Who sees her.';
comment on column access.share.role is 'As what: athlete (herself), coach, assistant or viewer.';
comment on column access.share.granted_by is 'The account that gave it, or command-line.';
comment on column access.share.granted_at is 'Since when it stands.';
comment on column access.share.revoked_by is 'The account that ended it, or command-line; null while it stands.';
comment on column access.share.revoked_at is 'When it was ended; null while it stands.';

create table access.invitation
(
    id          text primary key,
    sha256      text        not null unique,
    account     text references access.account,
    athlete     text,
    role        text check (role in ('athlete', 'coach', 'assistant', 'viewer')),
    invited_by  text        not null,
    invited_at  timestamptz not null,
    expires_at  timestamptz not null,
    accepted_by text references access.account,
    accepted_at timestamptz,
    revoked_at  timestamptz,
    check ((athlete is null) = (role is null)),
    check (account is null or athlete is null)
);
create index invitation_athlete on access.invitation (athlete);
comment on table access.invitation is 'Secret addresses by which people come to an account, to its password or to an athlete; each works once.';
comment on column access.invitation.id is 'Its id, by which it is revoked.';
comment on column access.invitation.sha256 is 'SHA-256 of the secret in the address; the secret itself is not kept.';
comment on column access.invitation.account is 'The account whose password it lets choose; null when it is not about one that exists.';
comment on column access.invitation.athlete is 'The athlete it shares; null without one.';
comment on column access.invitation.role is 'As what; null without an athlete.';
comment on column access.invitation.invited_by is 'The account that invites, or command-line.';
comment on column access.invitation.invited_at is 'When it was made.';
comment on column access.invitation.expires_at is 'Until when it can be accepted.';
comment on column access.invitation.accepted_by is 'The account that accepted it; null while nobody has.';
comment on column access.invitation.accepted_at is 'When it was accepted; null while nobody has.';
comment on column access.invitation.revoked_at is 'When it was revoked or declined; null when it was not.';

create table access.session
(
    sha256     text primary key,
    account    text        not null references access.account,
    created_at timestamptz not null,
    seen_at    timestamptz not null,
    expires_at timestamptz not null
);
create index session_account on access.session (account);
comment on table access.session is 'Browsers that are signed in; one that has ended is gone.';
comment on column access.session.sha256 is 'SHA-256 of the secret in the cookie; the secret itself is not kept.';
comment on column access.session.account is 'Whose it is.';
comment on column access.session.created_at is 'When they signed in.';
comment on column access.session.seen_at is 'When it was last used, to the minute.';
comment on column access.session.expires_at is 'When it ends, however much it is used.';

create table access.token
(
    id         text primary key,
    sha256     text        not null unique,
    account    text        not null references access.account,
    name       text        not null,
    scopes     text        not null,
    created_at timestamptz not null,
    used_at    timestamptz,
    expires_at timestamptz not null,
    revoked_at timestamptz
);
create index token_account on access.token (account);
comment on table access.token is 'Tokens by which programs use the API with no more rights than the account has.';
comment on column access.token.id is 'Its id, by which it is revoked.';
comment on column access.token.sha256 is 'SHA-256 of the token; the token itself is not kept.';
comment on column access.token.account is 'Whose it is.';
comment on column access.token.name is 'What it is used by.';
comment on column access.token.scopes is 'What it may do at most: read, answer, plan, separated by spaces.';
comment on column access.token.created_at is 'When it was made.';
comment on column access.token.used_at is 'When it was last used, to the minute; null when it never was.';
comment on column access.token.expires_at is 'When it ends.';
comment on column access.token.revoked_at is 'When it was revoked; null when it was not.';

create table access.audit
(
    id       bigint generated always as identity primary key,
    at       timestamptz not null,
    account  text        not null,
    athlete  text,
    athletes integer     not null,
    method   text        not null,
    route    text        not null,
    allowed  boolean     not null,
    via      text        not null check (via in ('session', 'token', 'open'))
);
create index audit_at on access.audit (at);
create index audit_athlete on access.audit (athlete, at);
create index audit_account on access.audit (account, at);
comment on table access.audit is 'Who asked the console for what, refused or not, for 400 days; never what it said.';
comment on column access.audit.id is 'Its number.';
comment on column access.audit.at is 'When.';
comment on column access.audit.account is 'Who: an account, or console while there are no accounts.';
comment on column access.audit.athlete is 'About whom; null when it was about several, or about nobody that is known.';
comment on column access.audit.athletes is 'How many athletes it was about; of a list, how many its reader may see.';
comment on column access.audit.method is 'The method of the request.';
comment on column access.audit.route is 'The route, such as /athletes/{id}.';
comment on column access.audit.allowed is 'Whether it was answered.';
comment on column access.audit.via is 'By a session, by a token, or open while there are no accounts.';
