-- My page shows the latest orders of a person, some at a time.
create index on orders.orders (subject, placed_at, id);
