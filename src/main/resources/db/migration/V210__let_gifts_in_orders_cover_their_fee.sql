-- What a buyer adds to the gift in an order for the payment fee; no part of the gift in any total (see giving.pledge).
alter table orders.orders
    add column cover bigint not null default 0 check (cover >= 0),
    add check (cover = 0 or gift > 0),
    drop constraint orders_check,
    add constraint orders_total_adds_up check (total = goods + shipping + gift + cover);
