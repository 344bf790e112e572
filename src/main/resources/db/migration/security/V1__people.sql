-- Who may sign in. A name is one person's, however it is written.
create table person (
    id            uuid primary key,
    name          text not null check (name <> '' and length(name) <= 60),
    display_name  text not null check (length(display_name) <= 120),
    -- {id}hash as Spring's delegating encoder writes it; null until a password is chosen
    password_hash text,
    -- whom the identity provider knows this person as; null for a local account
    oidc_issuer   text,
    oidc_subject  text,
    enabled       boolean not null default true,
    created_at    timestamptz not null,
    unique (oidc_issuer, oidc_subject),
    check ((oidc_issuer is null) = (oidc_subject is null))
);

create unique index person_name on person (lower(name));

create table person_role (
    person_id uuid not null references person,
    role      text not null check (role in ('VIEWER', 'OPERATOR', 'APPROVER', 'MANAGER', 'ADMINISTRATOR')),
    primary key (person_id, role)
);

-- One sign-in on one browser. Kept for 30 days after its end.
create table session (
    id            uuid primary key,
    person_id     uuid not null references person,
    created_at    timestamptz not null,
    last_seen_at  timestamptz not null,
    -- when the password was last proven; the sign-in itself counts
    stepped_up_at timestamptz not null,
    address       text not null,
    browser       text not null,
    ended_at      timestamptz
);

create index session_of_person on session (person_id) where ended_at is null;

-- Only the token's digest: who reads this table cannot sign in with it.
create table sign_in_link (
    token_hash bytea primary key check (length(token_hash) = 32),
    -- null: whoever holds it chooses a name and becomes administrator
    person_id  uuid references person,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);

-- Failed attempts, counted in buckets (see SignInThrottle).
create table sign_in_attempts (
    bucket        text primary key,
    failures      integer not null,
    last_at       timestamptz not null,
    blocked_until timestamptz not null
);

create index sign_in_attempts_age on sign_in_attempts (last_at);

-- Browsers on which a person has signed in before.
create table known_device (
    token_hash bytea primary key check (length(token_hash) = 32),
    person_id  uuid not null references person,
    created_at timestamptz not null,
    last_used  timestamptz not null
);

create index known_device_of_person on known_device (person_id);
