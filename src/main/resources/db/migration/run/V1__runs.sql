-- Walks through procedures. Documents that are never searched (plans, readings) are JSON in text
-- columns: a plan must come back exactly as it was, and jsonb refuses a NUL that a key name may hold.
create sequence fencing;

create table run (
    id                uuid         primary key,
    runbook_system    text         not null,
    runbook_file      text         not null,
    runbook_version   text         not null,
    procedure_slug    text         not null,
    procedure_title   text         not null,
    environment       text         not null,
    production        boolean      not null,
    started_by        text         not null,
    started_by_name   text         not null,
    started_at        timestamptz  not null,
    state             text         not null check (state in ('UNDER_WAY', 'FINISHED', 'ABORTED')),
    ended_at          timestamptz
);
create index run_newest on run (started_at desc, id desc);
create index run_under_way on run (state) where state = 'UNDER_WAY';

-- One step of a walk. frozen is the step as the runbook had it when the walk began.
-- version guards every write; token is the fence of whoever works on it.
create table step_run (
    run                uuid         not null references run (id),
    key                text         not null,
    ordinal            integer      not null,
    frozen             text         not null,
    state              text         not null check (state in ('READY', 'READING', 'NO_DATA', 'PLANNED',
                                        'AWAITING_APPROVAL', 'INTENDED', 'EXECUTING', 'UNKNOWN', 'VERIFYING',
                                        'UNVERIFIED', 'DONE', 'FAILED', 'SKIPPED')),
    version            bigint       not null default 0,
    token              bigint,
    attempt            integer      not null default 0,
    target             text,
    plan               text,
    fingerprint        text,
    planned_at         timestamptz,
    confirmed_by       text,
    confirmed_by_name  text,
    confirmed_at       timestamptz,
    reason             text,
    approved_by        text,
    approved_by_name   text,
    outcome            text         check (outcome in ('SUCCEEDED', 'FAILED', 'REFUSED', 'UNKNOWN')),
    message            text,
    facts              text,
    difference         text,
    verification       text         check (verification in ('HOLDS', 'NOT_YET', 'FAILED', 'UNKNOWN')),
    observed           text,
    holds_since        timestamptz,
    look_at            timestamptz,
    deadline           timestamptz,
    finding            text         check (finding in ('HAPPENED', 'DID_NOT_HAPPEN', 'CANNOT_TELL')),
    evidence           text,
    note               text,
    started_at         timestamptz,
    ended_at           timestamptz,
    cancel_requested   boolean      not null default false,
    progress_done      bigint,
    progress_total     bigint,
    progress_unit      text,
    primary key (run, key)
);
create index step_run_watched on step_run (look_at) where state = 'VERIFYING';
create index step_run_waiting on step_run (state) where state in ('AWAITING_APPROVAL', 'UNKNOWN');

-- Who works on a step right now. Whoever holds a lower token than the step's is fenced off.
create table claim (
    token         bigint       primary key default nextval('fencing'),
    run           uuid         not null,
    step_key      text         not null,
    node          text         not null,
    heartbeat_at  timestamptz  not null,
    foreign key (run, step_key) references step_run (run, key)
);

-- Output in chunks of whole lines; first_line counts from 1 within the attempt.
create table output (
    run         uuid         not null,
    step_key    text         not null,
    attempt     integer      not null,
    first_line  bigint       not null,
    line_count  integer      not null,
    at          timestamptz  not null,
    lines       text         not null,
    primary key (run, step_key, attempt, first_line),
    foreign key (run, step_key) references step_run (run, key)
);

create table reading (
    run       uuid         not null,
    step_key  text         not null,
    n         bigint       generated always as identity,
    at        timestamptz  not null,
    known     boolean      not null,
    document  text         not null,
    primary key (run, step_key, n),
    foreign key (run, step_key) references step_run (run, key)
);

create table timeline (
    run         uuid         not null references run (id),
    n           bigint       generated always as identity,
    at          timestamptz  not null,
    actor       text         not null,
    actor_name  text         not null,
    kind        text         not null,
    step_key    text,
    text        text         not null,
    primary key (run, n)
);

-- Audit entries about what already happened that the log could not take; appended as soon as it can.
create table audit_due (
    n         bigint  generated always as identity primary key,
    document  text    not null
);
