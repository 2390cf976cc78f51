create schema shipping;
grant usage on schema shipping to "${appRole}";

create table shipping.zone (
    id        uuid    primary key,
    name_en   text    not null check (btrim(name_en) <> ''),
    name_ja   text    not null check (btrim(name_ja) <> ''),
    -- Goods of so many yen travel free; null: never.
    free_from bigint  check (free_from > 0),
    min_days  integer not null check (min_days > 0),
    max_days  integer not null check (max_days >= min_days)
);

-- What a parcel up to a weight costs the buyer (tax included) and what the carrier takes from us, in whole yen.
create table shipping.rate (
    id           uuid    primary key,
    zone_id      uuid    not null references shipping.zone,
    up_to_grams  integer not null check (up_to_grams > 0),
    charge       bigint  not null check (charge >= 0),
    carrier_cost bigint  not null check (carrier_cost >= 0),
    unique (zone_id, up_to_grams)
);

-- JIS X 0401
create table shipping.prefecture (
    code    text primary key check (code ~ '^(0[1-9]|[1-3][0-9]|4[0-7])$'),
    zone_id uuid not null references shipping.zone
);

-- ISO 3166-1. Japan's zones are those of its prefectures. A closed country says why.
create table shipping.country (
    code      text    primary key check (code ~ '^[A-Z]{2}$'),
    zone_id   uuid    references shipping.zone check ((zone_id is null) = (code = 'JP')),
    open      boolean not null default true,
    reason_en text    check (btrim(reason_en) <> ''),
    reason_ja text    check (btrim(reason_ja) <> ''),
    check (open or (reason_en is not null and reason_ja is not null))
);

grant select on shipping.zone, shipping.rate, shipping.prefecture, shipping.country to "${appRole}";

-- Every node keeps the tariff in memory and reads it anew when it hears this.
create function shipping.announce() returns trigger language plpgsql as
$$
begin
    perform pg_notify('zabuton', 'shipping');
    return null;
end
$$;

create trigger announce after insert or update or delete or truncate on shipping.zone
    execute function shipping.announce();
create trigger announce after insert or update or delete or truncate on shipping.rate
    execute function shipping.announce();
create trigger announce after insert or update or delete or truncate on shipping.prefecture
    execute function shipping.announce();
create trigger announce after insert or update or delete or truncate on shipping.country
    execute function shipping.announce();
