-- Sample tables of Customer Success MCP. The same rows every time: the seed is fixed, and
-- so is the day from which dates are counted.
select setseed(0.4242);
set max_parallel_workers_per_gather = 0;

create table customers (
    id            bigint       generated always as identity primary key,
    customer_key  text         not null unique,
    name          text         not null,
    segment       text         not null,
    region        text         not null,
    health_score  integer      not null,
    mrr_cents     bigint       not null,
    renewal_on    date         not null,
    created_at    timestamptz  not null,
    last_seen_at  timestamptz
);
insert into customers (customer_key, name, segment, region, health_score, mrr_cents, renewal_on, created_at, last_seen_at)
select 'cs_' || (123455 + n) || '_' || lower(word), word || case when n > 8 then ' ' || n else '' end,
       (array['enterprise', 'mid-market', 'small'])[1 + floor(random() * 3)::int],
       (array['eu-west', 'us-east', 'ap-south'])[1 + floor(random() * 3)::int],
       least(100, greatest(0, round(70 + 18 * (random() + random() + random() - 1.5) * 2)))::int,
       5000 + floor(random() * 900000)::bigint,
       date '2026-01-01' + floor(random() * 365)::int,
       timestamptz '2025-10-01 00:00:00+00' - random() * interval '900 days',
       timestamptz '2025-10-01 00:00:00+00' - random() * interval '20 days'
from (select n, (array['Acme', 'Globex', 'Initech', 'Umbrella', 'Hooli', 'Stark', 'Wayne', 'Wonka'])[1 + (n - 1) % 8] as word
      from generate_series(1, 2000) n) named;
create index idx_customers_health_score on customers (health_score);
create index idx_customers_renewal_on on customers (renewal_on);

create table api_keys (
    id            bigint       generated always as identity primary key,
    customer_id   bigint       not null references customers,
    label         text         not null,
    key_prefix    text         not null,
    created_at    timestamptz  not null,
    last_used_at  timestamptz,
    revoked_at    timestamptz
);
insert into api_keys (customer_id, label, key_prefix, created_at, last_used_at, revoked_at)
select 1 + n % 2000, (array['backend', 'reporting', 'import'])[1 + n % 3],
       'csk_' || substr(md5(n::text), 1, 8),
       timestamptz '2025-10-01 00:00:00+00' - random() * interval '700 days',
       timestamptz '2025-10-01 00:00:00+00' - random() * interval '30 days',
       case when random() < 0.07 then timestamptz '2025-10-01 00:00:00+00' - random() * interval '20 days' end
from generate_series(1, 3000) n;
create index idx_api_keys_customer_id on api_keys (customer_id);
create index idx_api_keys_prefix on api_keys (key_prefix);

create table health_scores (
    customer_id   bigint       not null references customers,
    computed_on   date         not null,
    score         integer      not null,
    usage_points  integer      not null,
    support_points integer     not null,
    primary key (customer_id, computed_on)
);
insert into health_scores (customer_id, computed_on, score, usage_points, support_points)
select c.id, date '2025-10-01' - day, least(100, greatest(0, c.health_score + floor(random() * 11)::int - 5)),
       floor(random() * 50)::int, floor(random() * 50)::int
from customers c cross join generate_series(0, 9) day;
create index idx_health_scores_computed_on on health_scores (computed_on);

create table tickets (
    id            bigint       generated always as identity primary key,
    customer_id   bigint       not null references customers,
    subject       text         not null,
    priority      text         not null,
    status        text         not null,
    opened_at     timestamptz  not null,
    closed_at     timestamptz
);
insert into tickets (customer_id, subject, priority, status, opened_at)
select 1 + floor(random() * 2000)::bigint,
       (array['Cannot sign in', 'Export is empty', 'Slow dashboard', 'Wrong renewal date', 'Webhook fails'])[1 + n % 5],
       (array['low', 'normal', 'high', 'urgent'])[1 + floor(random() * 4)::int], 'open',
       timestamptz '2025-10-01 00:00:00+00' - random() * interval '90 days'
from generate_series(1, 12000) n;
create index idx_tickets_customer_id on tickets (customer_id);
create index idx_tickets_opened_at on tickets (opened_at);
-- Autovacuum stays away, so that the dead rows of this update wait for somebody's VACUUM.
alter table tickets set (autovacuum_enabled = false);
update tickets set status = 'closed', closed_at = opened_at + interval '2 days' where id % 3 <> 0;

analyze;
