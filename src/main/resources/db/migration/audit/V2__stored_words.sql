-- The words a record is found by are stored beside it. An index alone keeps them too, but a word
-- that most records hold is found by looking at the newest records one after the other, and those
-- must not be split into words again at each click. Not part of the hash; made by the server.
alter table record add column words tsvector
    generated always as (search_words(actor_name, action, target, reason)) stored;
drop index record_words;
create index record_words on record using gin (words);

-- The rewritten table has no statistics until somebody asks for them.
analyze record;
