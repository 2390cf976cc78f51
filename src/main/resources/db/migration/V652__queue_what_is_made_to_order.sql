-- What is made to order, from the payment until it is ready for its parcel. Who makes it stands nowhere.
create table fulfilment.making (
    order_id    uuid not null references orders.orders,
    variant     uuid not null,
    -- When its buyer was told to have it at the latest.
    promised_on date not null,
    begun_at    timestamptz,
    made_at     timestamptz check (made_at >= begun_at),
    primary key (order_id, variant),
    check (made_at is null or begun_at is not null)
);

grant select, insert (order_id, variant, promised_on), update (begun_at, made_at) on fulfilment.making to "${appRole}";

insert into fulfilment.making (order_id, variant, promised_on)
select d.order_id, sold.variant, (d.paid_at at time zone 'Asia/Tokyo')::date + o.max_days
  from fulfilment.dispatch d
  join fulfilment.line left_ using (order_id)
  join orders.line sold on sold.order_id = d.order_id and sold.variant = left_.variant
  join orders.orders o on o.id = d.order_id
 where d.remaining > 0 and left_.remaining > 0 and sold.made_to_order;
