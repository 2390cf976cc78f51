-- Today counts the few orders that are held or disputed, however many others there are.
create index orders_held on orders.orders (placed_at) where status = 'HELD';
create index orders_disputed on orders.orders (placed_at) where disputed;
