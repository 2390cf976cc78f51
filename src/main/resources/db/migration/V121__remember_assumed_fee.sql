-- The payment fee that the figures of an order reckon with. What the real one is above it is not taken from what was
-- promised. Unknown for orders made before it was kept.
alter table orders.orders add column assumed_fee bigint check (assumed_fee >= 0);
