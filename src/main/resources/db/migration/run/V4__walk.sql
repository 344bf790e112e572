-- The walk itself: who leads it, what stands still, what was attached, what is watched, what was done before.
alter table run
    add column lead              text,
    add column lead_name         text,
    add column handover          boolean not null default false,
    add column handover_to       text,
    add column handover_to_name  text,
    add column handover_by       text,
    add column handover_by_name  text,
    add column handover_at       timestamptz,
    add column paused_by         text,
    add column paused_by_name    text,
    add column paused_at         timestamptz,
    add column pause_reason      text;
update run set lead = started_by, lead_name = started_by_name;
alter table run
    alter column lead set not null,
    alter column lead_name set not null;

-- Room between two steps for those that a cause brings, and between those for what is put back.
update step_run set ordinal = ordinal * 1000;

alter table step_run drop constraint step_run_state_check;
alter table step_run add constraint step_run_state_check check (state in ('READY', 'READING', 'NO_DATA', 'PLANNED',
    'AWAITING_APPROVAL', 'INTENDED', 'EXECUTING', 'UNKNOWN', 'VERIFYING', 'UNVERIFIED', 'WATCHING', 'DONE', 'FAILED',
    'SKIPPED'));

-- An earlier go at a change that was taken up again: what it changed must be found, and put back, later too.
create table attempt (
    run       uuid         not null,
    step_key  text         not null,
    attempt   integer      not null,
    at        timestamptz  not null,
    document  text         not null,
    primary key (run, step_key, attempt),
    foreign key (run, step_key) references step_run (run, key)
);

-- What people attached to a step, or to the run. The name is made safe before it comes here, the type is what the
-- bytes are and not what somebody said.
create table evidence (
    id          uuid         primary key,
    run         uuid         not null references run (id),
    step_key    text,
    name        text         not null,
    type        text         not null,
    size        bigint       not null,
    sha256      text         not null,
    at          timestamptz  not null,
    actor       text         not null,
    actor_name  text         not null
);
create index evidence_run on evidence (run, at);

create table evidence_part (
    evidence  uuid     not null references evidence (id) on delete cascade,
    n         integer  not null,
    bytes     bytea    not null,
    primary key (evidence, n)
);

-- A reading that is repeated for a time. due_at is also the lease of whoever reads.
create table watching (
    run         uuid         not null,
    step_key    text         not null,
    attempt     integer      not null,
    source_key  text         not null,
    document    text         not null,
    state       text         not null check (state in ('UNDER_WAY', 'HELD', 'BREACHED', 'NO_DATA', 'STOPPED')),
    began_at    timestamptz  not null,
    ends_at     timestamptz  not null,
    due_at      timestamptz  not null,
    version     bigint       not null default 0,
    primary key (run, step_key, attempt),
    foreign key (run, step_key) references step_run (run, key)
);
create index watching_due on watching (due_at) where state = 'UNDER_WAY';

create table watched (
    run       uuid              not null,
    step_key  text              not null,
    attempt   integer           not null,
    at        timestamptz       not null,
    known     boolean           not null,
    value     double precision,
    summary   text              not null,
    fine      boolean,
    primary key (run, step_key, attempt, at),
    foreign key (run, step_key, attempt) references watching (run, step_key, attempt)
);

-- Who has a run's page open; a row that nobody renews is not looked at.
create table presence (
    page        uuid         primary key,
    run         uuid         not null references run (id),
    actor       text         not null,
    actor_name  text         not null,
    operates    boolean      not null,
    seen_at     timestamptz  not null
);
create index presence_run on presence (run);

-- What was filled in for the whole run, by the input's name. A step keeps what it was run with.
create table run_input (
    run    uuid  not null references run (id),
    name   text  not null,
    value  text  not null,
    primary key (run, name)
);
