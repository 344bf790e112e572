-- Requests that carried an idempotency key: sent again, they start nothing a second time.
create table request (
    caller       text        not null,
    key          text        not null check (length(key) <= 100),
    digest       bytea       not null,
    run          uuid,
    received_at  timestamptz not null,
    primary key (caller, key)
);

create index request_age on request (received_at);
