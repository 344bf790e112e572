-- The tamper-evident log. One appender writes it; nobody changes or removes what is there.
create table record (
    sequence          bigint       primary key,
    recorded_at       timestamptz  not null,
    actor             text         not null,
    action            text         not null,
    target            text         not null,
    plan_fingerprint  text,
    reason            text,
    result            text         not null,
    details           jsonb        not null default '{}'::jsonb,
    previous_hash     bytea        not null check (octet_length(previous_hash) = 32),
    hash              bytea        not null check (octet_length(hash) = 32) unique
);
