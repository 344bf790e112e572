-- A drill walks the same way as a run, against the same targets, and never sends a change.
alter table run add column drill boolean not null default false;

-- When a procedure was last walked to an end.
create index run_exercised on run (runbook_system, runbook_file, procedure_slug, ended_at desc)
    where ended_at is not null;

create table drill (
    run                 uuid         primary key references run (id),
    fault               text,
    fault_label         text,
    fault_cleared_at    timestamptz,
    recovery_component  text,
    recovery_seconds    bigint,
    hard                text,
    hard_by             text,
    hard_by_name        text
);
