-- Many pieces that broke or were lost are gone only once two people have said the same of them, as a large difference
-- of a count is.
create table stock.write_off (
    id uuid primary key,
    variant_id uuid not null references stock.item,
    quantity integer not null check (quantity > 0),
    ground text not null check (ground in ('flawed', 'soiled', 'broken', 'missing', 'stolen', 'given-away')),
    state text not null default 'waiting' check (state in ('waiting', 'booked', 'replaced')),
    noted_by text not null,
    noted_at timestamptz not null,
    confirmed_by text,
    confirmed_at timestamptz,
    -- What has moved because of it; null while nothing has.
    booked integer generated always as (case state when 'booked' then -quantity end) stored,
    unique (id, variant_id, ground, booked),
    constraint second_is_another check (confirmed_by <> noted_by),
    constraint confirmed_at_some_time check ((confirmed_by is null) = (confirmed_at is null)),
    constraint booked_by_a_second check ((state = 'booked') = (confirmed_by is not null))
);

create unique index write_off_waiting on stock.write_off (variant_id, ground) where state = 'waiting';

-- The movement is what both said, no more and no less.
alter table stock.movement
    add column write_off uuid,
    add constraint written_off_where_it_is_gone check (write_off is null or reason in ('damaged', 'lost')),
    add foreign key (write_off, variant_id, ground, on_hand)
        references stock.write_off (id, variant_id, ground, booked);

create unique index movement_write_off on stock.movement (write_off) where write_off is not null;

-- What went on a day.
create index movement_gone on stock.movement (variant_id, moved_at) where reason in ('damaged', 'lost');

grant select, insert (id, variant_id, quantity, ground, noted_by, noted_at),
    update (state, confirmed_by, confirmed_at) on stock.write_off to "${appRole}";

-- How many pieces, of whatever kind, somebody wrote off alone on a day. Its row is locked while another is decided on.
create table stock.written_off_alone (
    actor text,
    day date,
    quantity integer not null default 0 check (quantity >= 0),
    primary key (actor, day)
);

grant select, insert, update (quantity) on stock.written_off_alone to "${appRole}";
