-- Sample tables of OrderDesk MCP. The same rows every time: the seed is fixed, and so is
-- the day from which dates are counted.
select setseed(0.1717);
set max_parallel_workers_per_gather = 0;

create table customers (
    id          bigint       generated always as identity primary key,
    email       text         not null unique,
    name        text         not null,
    country     text         not null,
    created_at  timestamptz  not null
);
insert into customers (email, name, country, created_at)
select 'buyer' || n || '@example.com', 'Buyer ' || n,
       (array['DE', 'FR', 'US', 'GB', 'NL'])[1 + floor(random() * 5)::int],
       timestamptz '2025-10-01 00:00:00+00' - random() * interval '900 days'
from generate_series(1, 1500) n;
create index idx_customers_country on customers (country);

create table products (
    id           bigint       generated always as identity primary key,
    sku          text         not null unique,
    title        text         not null,
    price_cents  integer      not null,
    stock        integer      not null,
    looked_at    timestamptz
);
insert into products (sku, title, price_cents, stock)
select 'SKU-' || lpad(n::text, 5, '0'),
       (array['Desk lamp', 'Notebook', 'Chair', 'Shelf', 'Mug', 'Cable'])[1 + n % 6] || ' ' || n,
       199 + floor(random() * 40000)::int, floor(random() * 400)::int
from generate_series(1, 1200) n;
create index idx_products_price_cents on products (price_cents);

create table orders (
    id           bigint       generated always as identity primary key,
    customer_id  bigint       not null references customers,
    status       text         not null,
    total_cents  bigint       not null default 0,
    placed_at    timestamptz  not null,
    shipped_at   timestamptz
);
insert into orders (customer_id, status, placed_at)
select 1 + floor(random() * 1500)::bigint, 'new',
       timestamptz '2025-10-01 00:00:00+00' - random() * interval '120 days'
from generate_series(1, 6000) n;
create index idx_orders_customer_id on orders (customer_id);
create index idx_orders_status on orders (status);
create index idx_orders_placed_at on orders (placed_at);

create table order_items (
    order_id     bigint       not null references orders,
    line         integer      not null,
    product_id   bigint       not null references products,
    quantity     integer      not null,
    price_cents  integer      not null,
    primary key (order_id, line)
);
insert into order_items (order_id, line, product_id, quantity, price_cents)
select n % 6000 + 1, n / 6000 + 1, 1 + floor(random() * 1200)::bigint, 1 + floor(random() * 4)::int,
       199 + floor(random() * 40000)::int
from generate_series(0, 14999) n;
create index idx_order_items_product_id on order_items (product_id);

create table sync_log (
    id          bigint       generated always as identity primary key,
    started_at  timestamptz  not null,
    source      text         not null,
    orders      integer      not null,
    outcome     text         not null
);
insert into sync_log (started_at, source, orders, outcome)
select timestamptz '2025-10-01 00:00:00+00' - n * interval '15 minutes',
       (array['orderdesk', 'warehouse'])[1 + n % 2], floor(random() * 60)::int,
       case when random() < 0.03 then 'failed' else 'succeeded' end
from generate_series(1, 4000) n;
create index idx_sync_log_started_at on sync_log (started_at);

-- Autovacuum stays away, so that the dead rows of this update wait for somebody's VACUUM.
alter table orders set (autovacuum_enabled = false);
update orders set status = 'shipped', shipped_at = placed_at + interval '1 day' where id % 4 <> 0;

analyze;
