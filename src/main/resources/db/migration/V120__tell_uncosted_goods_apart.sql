-- What of an order's sums is there only because of goods whose costs nobody had worked out: they bring no profit, and take
-- none away. More goods may make shipping free, so its share, and that of the tax on it, may be below zero.
alter table orders.orders
    add column uncosted_goods        bigint not null default 0 check (uncosted_goods between 0 and goods),
    add column uncosted_shipping     bigint not null default 0 check (uncosted_shipping <= shipping),
    add column uncosted_tax          bigint not null default 0 check (uncosted_tax <= tax),
    add column uncosted_carrier_cost bigint not null default 0 check (uncosted_carrier_cost <= carrier_cost);
