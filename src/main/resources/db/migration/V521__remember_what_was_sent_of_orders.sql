-- How much of an order is out, as its parcels say: lists ask for it, and the parcels belong to a room above.
alter table orders.orders add column sent text not null default 'NONE'
    check (sent in ('NONE', 'PART', 'ALL', 'BACK', 'OFF'));

update orders.orders o set sent = case
        when d.remaining = 0 then case when p.out then 'ALL' else 'OFF' end
        when p.back then 'BACK'
        when p.out then 'PART'
        else 'NONE' end
  from fulfilment.dispatch d,
       lateral (select coalesce(bool_or(came_back_at is null), false) as out,
                       coalesce(bool_or(came_back_at is not null), false) as back
                  from fulfilment.parcel where order_id = d.order_id) p
 where d.order_id = o.id;

grant update (sent) on orders.orders to "${appRole}";
