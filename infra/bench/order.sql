-- The least that an order of the popular piece has to do: its row locked and lessened, the order and its line written, one commit.
begin;
insert into bench.orders (name) values ('order') returning id \gset
insert into bench.line (orders, pieces) values (:id, 1);
update bench.piece set left_over = left_over - 1 where id = 1 and left_over > 0;
commit;
