-- The desk lists the orders of some days, the latest first.
create index orders_by_time on orders.orders (placed_at, reference);
