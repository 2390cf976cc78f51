-- That somebody is one person under two addresses, as they proved; for a time it can be taken back. Moved are all that
-- pointed at the duplicate, and the duplicate.
create table supporters.merger (
    id uuid primary key,
    main_id uuid not null references supporters.supporter,
    duplicate_id uuid not null references supporters.supporter check (duplicate_id <> main_id),
    moved uuid[] not null,
    merged_at timestamptz not null,
    separable_until timestamptz not null,
    separated_at timestamptz
);
create index merger_by_main on supporters.merger (main_id);

grant select, insert on supporters.merger to "${appRole}";
grant update (separated_at) on supporters.merger to "${appRole}";
