-- What a second person is asked for: exactly one plan, by its fingerprint, the step's version and its
-- attempt. It is decided once, by this server's clock; whoever changes the state names WAITING.
create table approval (
    id                 uuid         primary key,
    run                uuid         not null,
    step_key           text         not null,
    step_version       bigint       not null,
    attempt            integer      not null,
    fingerprint        text         not null,
    system             text         not null,
    environment        text         not null,
    target             text         not null,
    risk               text         not null,
    title              text         not null,
    asked_by           text         not null,
    asked_by_name      text         not null,
    asked_at           timestamptz  not null,
    reason             text         not null,
    expires_at         timestamptz  not null,
    -- from when on the one who asked may go on alone; null: never
    alone_from         timestamptz,
    state              text         not null check (state in ('WAITING', 'APPROVED', 'REFUSED', 'WITHDRAWN',
                                        'EXPIRED', 'ALONE', 'VOID')),
    decided_by         text,
    decided_by_name    text,
    decided_at         timestamptz,
    decided_why        text,
    -- a manager has looked at what was done alone
    reviewed_by        text,
    reviewed_by_name   text,
    reviewed_at        timestamptz,
    review             text,
    foreign key (run, step_key) references step_run (run, key)
);
create unique index approval_waiting on approval (run, step_key) where state = 'WAITING';
create index approval_newest on approval (asked_at desc, id desc);
create index approval_unreviewed on approval (decided_at) where state = 'ALONE' and reviewed_at is null;

-- What waited before there was a queue is asked for again.
update step_run set state = 'PLANNED', version = version + 1, confirmed_by = null, confirmed_by_name = null,
    confirmed_at = null, reason = null, message = 'Watchfloor was updated while this waited for approval. Ask again.'
where state = 'AWAITING_APPROVAL';
