create schema orders;
grant usage on schema orders to "${appRole}";

create table orders.orders (
    id                    uuid        primary key,
    reference             text        not null unique,
    attempt               uuid        not null,
    -- Of what was wished, keyed: the same attempt with the same content is the same order.
    fingerprint           text        not null,
    language              text        not null check (language in ('en', 'ja')),
    status                text        not null check (status in ('AWAITING_PAYMENT', 'AWAITING_KONBINI', 'PAID',
                                                                  'CANCELLED', 'HELD', 'SOLD_OUT', 'REFUNDED')),
    subject               uuid        not null,
    payment               uuid        not null unique,
    country               char(2)     not null,
    goods                 bigint      not null check (goods > 0),
    shipping              bigint      not null check (shipping >= 0),
    gift                  bigint      not null check (gift >= 0),
    -- What the buyer adds to the gift for the payment fee; no part of the gift in any total (see giving.pledge).
    cover                 bigint      not null default 0 check (cover >= 0) check (cover = 0 or gift > 0),
    total                 bigint      not null,
    tax                   bigint      not null check (tax >= 0 and tax <= goods + shipping),
    costs                 bigint      not null check (costs >= 0),
    carrier_cost          bigint      not null check (carrier_cost >= 0),
    -- The payment fee that the figures reckon with. What the real one is above it is not taken from what was promised.
    assumed_fee           bigint      check (assumed_fee >= 0),
    shipping_rate         uuid        not null,
    zone_en               text        not null,
    zone_ja               text        not null,
    min_days              int         not null check (min_days >= 0),
    max_days              int         not null check (max_days >= min_days),
    placed_at             timestamptz not null,
    paid_at               timestamptz,
    refunded              bigint      not null default 0 check (refunded between 0 and total),
    disputed              boolean     not null default false,
    superseded            boolean     not null default false,
    outcome_price         uuid,
    gift_terms            text        check (gift = 0 or gift_terms is not null),
    -- What of the sums is there only because of goods whose costs nobody had worked out: they bring no profit, and take
    -- none away. More goods may make shipping free, so its share, and that of the tax on it, may be below zero.
    uncosted_goods        bigint      not null default 0 check (uncosted_goods between 0 and goods),
    uncosted_shipping     bigint      not null default 0 check (uncosted_shipping <= shipping),
    uncosted_tax          bigint      not null default 0 check (uncosted_tax <= tax),
    uncosted_carrier_cost bigint      not null default 0 check (uncosted_carrier_cost <= carrier_cost),
    constraint orders_total_adds_up check (total = goods + shipping + gift + cover),
    unique (attempt, fingerprint)
);

create index on orders.orders (attempt);
-- My page shows the latest orders of a person, some at a time.
create index on orders.orders (subject, placed_at, id);

grant select, insert, update (status, refunded, disputed, superseded, paid_at) on orders.orders to "${appRole}";

create table orders.line (
    order_id      uuid    not null references orders.orders,
    position      int     not null,
    variant       uuid    not null,
    sku           text    not null,
    -- As sold, in the buyer's language.
    name          text    not null,
    colour        text    not null,
    unit_price    bigint  not null check (unit_price > 0),
    quantity      int     not null check (quantity > 0),
    total         bigint  not null check (total = unit_price * quantity),
    tax_percent   int     not null check (tax_percent in (8, 10)),
    cost_sheet    uuid,
    costs         bigint  not null check (costs >= 0),
    made_to_order boolean not null,
    primary key (order_id, position)
);

grant select, insert on orders.line to "${appRole}";

-- The goods of an order are the sum of its lines, whoever writes them.
create function orders.check_lines() returns trigger language plpgsql as $$
begin
    if (select goods from orders.orders where id = new.order_id)
       is distinct from (select sum(total) from orders.line where order_id = new.order_id) then
        raise exception 'The lines of order % do not add up to its goods', new.order_id using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create constraint trigger lines_add_up after insert on orders.line
    deferrable initially deferred for each row execute function orders.check_lines();

create table orders.happening (
    id       bigint generated always as identity primary key,
    order_id uuid        not null references orders.orders,
    kind     text        not null,
    amount   bigint,
    at       timestamptz not null
);

create index on orders.happening (order_id);

grant select, insert on orders.happening to "${appRole}";

-- Money that goes back moves no piece: whoever has the pieces before them says whether they can be sold again.
create table orders.restocking (
    order_id   uuid        primary key references orders.orders,
    asked_at   timestamptz not null,
    decided_at timestamptz,
    restocked  boolean,
    check ((decided_at is null) = (restocked is null))
);

create index restocking_open on orders.restocking (asked_at, order_id) where decided_at is null;

grant select, insert, update on orders.restocking to "${appRole}";
