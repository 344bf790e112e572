-- db-scheduler's own table, as its documentation has it. A row is claimed by picked, picked_by and version.
create table scheduled_tasks (
    task_name             text         not null,
    task_instance         text         not null,
    task_data             bytea,
    execution_time        timestamptz  not null,
    picked                boolean      not null,
    picked_by             text,
    last_success          timestamptz,
    last_failure          timestamptz,
    consecutive_failures  integer,
    last_heartbeat        timestamptz,
    version               bigint       not null,
    priority              smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

-- The lives of consoles, to say why something was not done.
create table life (
    node        text         primary key,
    started_at  timestamptz  not null,
    seen_at     timestamptz  not null
);

-- What was due and not done in time. times counts the due times from first_due to last_due.
create table missed (
    n           bigint       generated always as identity primary key,
    work        text         not null,
    first_due   timestamptz  not null,
    last_due    timestamptz  not null,
    times       bigint       not null,
    reason      text         not null,
    noticed_at  timestamptz  not null,
    recorded    boolean      not null default false
);
create index missed_newest on missed (noticed_at desc);
