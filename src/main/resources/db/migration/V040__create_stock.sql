create schema stock;
grant usage on schema stock to "${appRole}";

-- The running sum of the movements. Nobody but the trigger below changes it, so the two can't differ.
create table stock.item (
    variant_id uuid primary key,
    on_hand integer not null default 0 check (on_hand >= 0),
    reserved integer not null default 0 check (reserved between 0 and on_hand)
);

create table stock.movement (
    id bigint generated always as identity primary key,
    variant_id uuid not null references stock.item,
    on_hand integer not null,
    reserved integer not null,
    reason text not null,
    holder uuid,
    moved_at timestamptz not null default now(),
    constraint sign_follows_reason check (
        case reason
            when 'made' then on_hand > 0 and reserved = 0
            when 'received' then on_hand > 0 and reserved = 0
            when 'reserved' then on_hand = 0 and reserved > 0
            when 'released' then on_hand = 0 and reserved < 0
            when 'sold' then on_hand < 0 and reserved = on_hand
            when 'returned' then on_hand > 0 and reserved = 0
            when 'damaged' then on_hand < 0 and reserved = 0
            when 'counted' then on_hand <> 0 and reserved = 0
            else false
        end),
    constraint holder_where_it_is_for_one check (
        (holder is not null) = (reason in ('reserved', 'released', 'sold', 'returned')))
);

create index on stock.movement (variant_id);

-- What one holder (an order) has of one variant, from the hold to the sale and back.
create table stock.reservation (
    holder uuid not null,
    variant_id uuid not null references stock.item,
    quantity integer not null check (quantity > 0),
    state text not null default 'held' check (state in ('held', 'released', 'sold')),
    returned integer not null default 0,
    primary key (holder, variant_id),
    check (returned between 0 and case state when 'sold' then quantity else 0 end)
);

create function stock.apply_movement() returns trigger
    language plpgsql security definer set search_path = stock, pg_temp as
$$
begin
    update item
    set on_hand = item.on_hand + new.on_hand, reserved = item.reserved + new.reserved
    where variant_id = new.variant_id;
    return null;
end
$$;

create trigger apply_movement after insert on stock.movement
    for each row execute function stock.apply_movement();

grant select, insert on stock.movement to "${appRole}";
grant select, insert, update on stock.reservation to "${appRole}";
-- A new item starts at nothing. Locking a row asks for a right to update something: the key, which its movements pin.
grant select, insert (variant_id), update (variant_id) on stock.item to "${appRole}";
