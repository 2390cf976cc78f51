-- What somebody counted, and what should have been there: on the shelf, and paid but not sent yet. A large difference
-- waits until somebody else has counted and found it as well.
create table stock.stocktake (
    id uuid primary key,
    variant_id uuid not null references stock.item,
    counted integer not null check (counted >= 0),
    expected integer not null check (expected >= 0),
    needs_second boolean not null,
    state text not null check (state in ('waiting', 'booked', 'replaced')),
    counted_by text not null,
    counted_at timestamptz not null,
    confirmed_by text,
    confirmed_at timestamptz,
    -- What has moved because of it; null while nothing has.
    booked integer generated always as (case state when 'booked' then counted - expected end) stored,
    unique (id, variant_id, booked),
    constraint second_is_another check (confirmed_by <> counted_by),
    constraint confirmed_at_some_time check ((confirmed_by is null) = (confirmed_at is null)),
    constraint large_difference_has_a_second check (
        state <> 'booked' or not needs_second or confirmed_by is not null),
    constraint waits_for_a_second check (state <> 'waiting' or needs_second)
);

create index stocktake_of_piece on stock.stocktake (variant_id, counted_at);
create unique index stocktake_waiting on stock.stocktake (variant_id) where state = 'waiting';

-- The movement is what the count found, no more and no less, and only once it holds.
alter table stock.movement
    add column stocktake uuid unique,
    add constraint counted_by_a_stocktake check ((stocktake is not null) = (reason = 'counted')),
    add foreign key (stocktake, variant_id, on_hand) references stock.stocktake (id, variant_id, booked);

grant select, insert (id, variant_id, counted, expected, needs_second, state, counted_by, counted_at),
    update (state, confirmed_by, confirmed_at) on stock.stocktake to "${appRole}";
