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
