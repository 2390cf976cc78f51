-- Money that goes back moves no piece: whoever has the pieces before them says whether they can be sold again.
create table orders.restocking (
    order_id   uuid        primary key references orders.orders,
    asked_at   timestamptz not null,
    decided_at timestamptz,
    restocked  boolean,
    check ((decided_at is null) = (restocked is null))
);

create index restocking_open on orders.restocking (asked_at, order_id) where decided_at is null;

grant select, insert, update on orders.restocking to ${appRole};
