-- When a step was last written, by the database's clock: a walk whose node died between two steps
-- is found by it.
alter table step_run add column changed_at timestamptz not null default clock_timestamp();
