-- What a variant costs from a day on, in whole yen with consumption tax inside. Before the first such day its own price
-- holds. Nothing is changed or taken back: another price begins on another day, today or later.
create table catalog.price (
    variant_id uuid          not null references catalog.variant,
    valid_from date          not null,
    yen        bigint        not null check (yen > 0),
    why        catalog.words not null,
    set_by     text          not null,
    set_at     timestamptz   not null,
    primary key (variant_id, valid_from),
    constraint begins_today_or_later check (valid_from >= (set_at at time zone 'Asia/Tokyo')::date)
);

grant select, insert on catalog.price to "${appRole}";

create trigger announce after insert or update or delete or truncate on catalog.price
    execute function catalog.announce();
