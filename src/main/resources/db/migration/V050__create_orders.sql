create schema orders;
grant usage on schema orders to ${appRole};

create table orders.orders (
    id               uuid primary key,
    reference        text        not null unique,
    attempt          uuid        not null,
    -- Of what was wished, keyed: the same attempt with the same content is the same order.
    fingerprint      text        not null,
    language         text        not null check (language in ('en', 'ja')),
    status           text        not null check (status in ('AWAITING_PAYMENT', 'AWAITING_KONBINI', 'PAID', 'CANCELLED',
                                                             'HELD', 'SOLD_OUT', 'REFUNDED')),
    subject          uuid        not null,
    payment          uuid        not null unique,
    country          char(2)     not null,
    goods            bigint      not null check (goods > 0),
    shipping         bigint      not null check (shipping >= 0),
    gift             bigint      not null check (gift >= 0),
    total            bigint      not null check (total = goods + shipping + gift),
    tax              bigint      not null check (tax >= 0 and tax <= goods + shipping),
    costs            bigint      not null check (costs >= 0),
    carrier_cost     bigint      not null check (carrier_cost >= 0),
    shipping_rate    uuid        not null,
    zone_en          text        not null,
    zone_ja          text        not null,
    min_days         int         not null check (min_days >= 0),
    max_days         int         not null check (max_days >= min_days),
    outcome_price    uuid,
    gift_terms       text,
    refunded         bigint      not null default 0 check (refunded between 0 and total),
    disputed         boolean     not null default false,
    superseded       boolean     not null default false,
    placed_at        timestamptz not null,
    paid_at          timestamptz,
    check (gift = 0 or gift_terms is not null),
    unique (attempt, fingerprint)
);
create index on orders.orders (attempt);

create table orders.line (
    order_id     uuid   not null references orders.orders,
    position     int    not null,
    variant      uuid   not null,
    sku          text   not null,
    -- As sold, in the buyer's language.
    name         text   not null,
    colour       text   not null,
    unit_price   bigint not null check (unit_price > 0),
    quantity     int    not null check (quantity > 0),
    total        bigint not null check (total = unit_price * quantity),
    tax_percent  int    not null check (tax_percent in (8, 10)),
    cost_sheet   uuid,
    costs        bigint not null check (costs >= 0),
    made_to_order boolean not null,
    primary key (order_id, position)
);

create table orders.happening (
    id       bigint generated always as identity primary key,
    order_id uuid        not null references orders.orders,
    kind     text        not null,
    amount   bigint,
    at       timestamptz not null
);
create index on orders.happening (order_id);

grant select, insert on orders.orders to ${appRole};
grant update (status, refunded, disputed, superseded, paid_at) on orders.orders to ${appRole};
grant select, insert on orders.line, orders.happening to ${appRole};
