-- What a chunk holds: what was printed, what the attempt kept for a probe, what the console says about a
-- gap; MIXED are chunks from before, in which kept lines stand among printed ones. hidden counts the
-- lines in which a secret was hidden.
alter table output add column kind text not null default 'PRINTED'
    check (kind in ('PRINTED', 'KEPT', 'GAP', 'MIXED'));
alter table output add column hidden integer not null default 0;
update output set kind = 'MIXED' where lines like '%✎ %';
