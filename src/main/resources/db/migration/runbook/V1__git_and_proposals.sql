-- What was pulled last from a system's repository. url, branch and folder say what the documents
-- came from: they count only while system.yaml names the same.
create table git_pull (
    system        text         primary key,
    url           text         not null,
    branch        text         not null,
    folder        text         not null,
    commit_name   text,
    subject       text,
    author        text,
    committed_at  timestamptz,
    pulled_at     timestamptz,
    tried_at      timestamptz,
    trouble       text,
    wanted_at     timestamptz,
    wanted_by     text,
    claimed_until timestamptz
);

-- Documents of the last good pull. content is missing where the file was refused; trouble says why.
create table git_document (
    system        text         not null references git_pull (system) on delete cascade,
    file          text         not null,
    path          text         not null,
    content       bytea,
    trouble       text,
    primary key (system, path)
);

-- Proposals for system.yaml that somebody does not want to see again.
create table dismissed_proposal (
    system        text         not null,
    fingerprint   text         not null,
    what          text         not null,
    dismissed_by  text         not null,
    dismissed_at  timestamptz  not null,
    primary key (system, fingerprint)
);
