-- What a program shows instead of a session. Only the token's digest: who reads this table cannot
-- call with it. A token never outlives its person's roles; it may have fewer of their permissions.
create table api_token (
    id           uuid primary key,
    person_id    uuid not null references person,
    name         text not null check (name <> '' and length(name) <= 60),
    token_hash   bytea not null unique check (length(token_hash) = 32),
    scopes       text[] not null check (cardinality(scopes) > 0),
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    last_address text,
    revoked_at   timestamptz
);

create index api_token_of_person on api_token (person_id);
