-- Whether what a step read is what it should be: read is not yet well.
alter table step_run add column judgement text;
