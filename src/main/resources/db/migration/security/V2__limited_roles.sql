-- A role that counts only in some places. What counts everywhere stands in person_role.
-- '' leaves a place open: ('shop', '') is all of shop, ('', 'staging') is staging of every system.
create table role_grant (
    person_id   uuid not null references person,
    role        text not null check (role in ('OPERATOR', 'APPROVER')),
    system      text not null default '',
    environment text not null default '',
    -- the gravest risk it reaches
    up_to       text not null default 'DESTRUCTIVE' check (up_to in ('READ', 'REVERSIBLE', 'DISRUPTIVE', 'DESTRUCTIVE')),
    primary key (person_id, role, system, environment)
);
