-- The tamper-evident log. One appender writes it; nobody changes or removes what is there.
-- The meaning of every column, and how hash is computed, is in docs/audit-log.md.
create table record (
    sequence          bigint       primary key check (sequence > 0),
    recorded_at       timestamptz  not null,
    actor_id          text         not null,
    actor_name        text         not null,
    action            text         not null check (char_length(action) between 1 and 100),
    target            text         not null,
    plan_fingerprint  text         check (plan_fingerprint ~ '^[0-9a-f]{64}$'),
    reason            text,
    result            text         not null
        check (result in ('INTENDED', 'SUCCEEDED', 'FAILED', 'REFUSED', 'UNKNOWN')),
    details           jsonb        not null check (jsonb_typeof(details) = 'object'),
    previous_hash     bytea        not null check (octet_length(previous_hash) = 32),
    hash              bytea        not null check (octet_length(hash) = 32)
);

-- Nothing is changed, not even by the owner. "Enable always" holds in a replication role too.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'audit.record only grows: % refused', lower(tg_op)
        using errcode = 'insufficient_privilege',
              hint = 'Records are kept for good; export them instead.';
end $$;

create trigger only_grows before update or delete or truncate on record
    for each statement execute function refuse_change();
alter table record enable always trigger only_grows;

-- Each record follows the one before it: no gap, no fork, whoever inserts. Only the first of a
-- batch is looked up in the table; the others follow each other.
create function refuse_loose_record() returns trigger language plpgsql as $$
declare
    loose bigint;
begin
    select min(link.sequence) into loose
      from (select sequence, previous_hash,
                   lag(sequence) over batch as before, lag(hash) over batch as hash_before
              from added window batch as (order by sequence)) link
     where case when link.before is not null
                then link.before <> link.sequence - 1 or link.hash_before <> link.previous_hash
                when link.sequence = 1
                then link.previous_hash <> decode(repeat('00', 32), 'hex')
                else link.previous_hash is distinct from
                     (select r.hash from record r where r.sequence = link.sequence - 1) end;
    if loose is not null then
        raise exception 'audit.record: record % does not follow the record before it', loose
            using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
do $$
begin
    -- The function must find this schema's table whatever the caller's search path is, and never
    -- keep a plan that reads the whole table because it was small when the plan was made.
    execute format('alter function refuse_loose_record() set search_path = %I, pg_temp', current_schema());
    execute 'alter function refuse_loose_record() set enable_seqscan = off';
end $$;

create trigger chained after insert on record referencing new table as added
    for each statement execute function refuse_loose_record();
alter table record enable always trigger chained;

-- Search. Long texts are cut in the index only: an entry of a B-tree must stay under 2.7 kB.
create index record_recorded_at on record (recorded_at);
create index record_actor on record (left(actor_name, 100), sequence);
create index record_action on record (action, sequence);
create index record_target on record (left(target, 200), sequence);
create index record_result on record (result, sequence);

-- The words a record is found by. Punctuation separates, so that "intended" finds
-- "step.intended".
create function search_words(actor text, action text, target text, reason text)
    returns tsvector language sql immutable parallel safe
    return to_tsvector('pg_catalog.simple'::regconfig,
        translate(left(actor, 200) || ' ' || action || ' ' || left(target, 1000) || ' '
                      || left(coalesce(reason, ''), 4000),
                  './\:_@-#=,;()[]{}<>"''|&?!*+%$^~`',
                  '                                '));
create index record_words on record using gin (search_words(actor_name, action, target, reason));
