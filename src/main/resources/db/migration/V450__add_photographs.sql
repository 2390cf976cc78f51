create table catalog.photograph (
    id uuid primary key default gen_random_uuid(),
    product_id uuid not null references catalog.product,
    -- the smallest is shown first
    place integer not null check (place > 0),
    alt_en catalog.words not null,
    alt_ja catalog.words not null,
    -- drawn anew by us and without metadata: nothing of the file that somebody brought is kept
    jpeg bytea not null,
    -- stands in its address, so what is served under it never changes
    hash text not null generated always as (encode(sha256(jpeg), 'hex')) stored,
    width integer not null check (width > 0),
    height integer not null check (height > 0),
    shown boolean not null default false,
    added_at timestamptz not null,
    unique (product_id, hash)
);

create index photograph_by_hash on catalog.photograph (hash);

grant select, insert on catalog.photograph to "${appRole}";

create trigger announce after insert or update or delete or truncate on catalog.photograph
    execute function catalog.announce();
