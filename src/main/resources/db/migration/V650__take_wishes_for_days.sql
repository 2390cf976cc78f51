-- Parcel services bring a parcel on a wished day, between wished hours; letter post and parcels abroad have none.
alter table shipping.rate add column timed boolean not null default false;
comment on column shipping.rate.timed is 'Whether the carrier takes a wish for day and hours';

-- What was wished and promised of an order's arrival; no row where nothing was wished and nothing is made to order.
create table orders.timing (
    order_id  uuid    primary key references orders.orders,
    day       date,
    slot      text    check (slot in ('MORNING', 'FROM_14', 'FROM_16', 'FROM_18', 'FROM_19')),
    -- How long its goods take to be made, and the parcel to arrive, as reckoned at the sale.
    lead_days int     not null check (lead_days >= 0),
    way_days  int     not null check (way_days >= 0),
    -- The money came too late for the day.
    lapsed    boolean not null default false check (not lapsed or day is not null)
);

grant select, insert, update (lapsed) on orders.timing to "${appRole}";
