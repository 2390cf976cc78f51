-- What becomes of pieces of which money goes back, as somebody says: on the shelf again, damaged, never sent, kept by the
-- buyer; or awaited, until somebody says what came. Pieces that nobody has spoken of are asked about when all money is back.
create table orders.fate (
    id         bigint      generated always as identity primary key,
    order_id   uuid        not null,
    variant    uuid        not null,
    quantity   int         not null check (quantity > 0),
    fate       text        not null check (fate in ('SHELF', 'DAMAGED', 'NOT_SENT', 'KEPT', 'AWAITED')),
    decided_at timestamptz not null,
    decided_by text        not null check (decided_by <> ''),
    foreign key (order_id) references orders.orders
);

create index fate_order on orders.fate (order_id);

grant select, insert, update (fate, decided_at, decided_by) on orders.fate to "${appRole}";

-- No more pieces of an order have a fate than were sold with it.
create function orders.check_fates() returns trigger language plpgsql as
$$
begin
    if (select sum(quantity) from orders.fate where order_id = new.order_id and variant = new.variant)
       > (select coalesce(sum(quantity), 0) from orders.line where order_id = new.order_id and variant = new.variant) then
        raise exception 'Order % was not sold with so many of %', new.order_id, new.variant
            using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create trigger check_fates after insert on orders.fate for each row execute function orders.check_fates();

insert into orders.fate (order_id, variant, quantity, fate, decided_at, decided_by)
select r.order_id, l.variant, l.quantity, case when r.restocked then 'SHELF' else 'KEPT' end, r.decided_at, 'orders'
from orders.restocking r join orders.line l on l.order_id = r.order_id
where r.decided_at is not null and not l.made_to_order;
