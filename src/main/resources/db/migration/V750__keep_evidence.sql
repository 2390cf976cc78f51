create schema evidence;
grant usage on schema evidence to "${appRole}";

-- A file that proves something, sealed in the vault under a key of its own. Here stands what is known of it without
-- opening it; the row outlives the key, as the sign that there was something.
create table evidence.file (
    id           uuid        primary key,
    subject_id   uuid        not null unique references vault.subject,
    kind         text        not null check (kind in ('INVOICE', 'DELIVERY', 'PRICE', 'GROUND', 'BANK_FILE')),
    type         text        not null check (type in ('PDF', 'JPEG', 'PNG', 'OTHER')),
    size         integer     not null check (size > 0),
    sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    -- of what it proves, Tokyo's
    day          date        not null,
    kept_until   date        not null check (kept_until > day),
    brought_by   uuid        not null,
    brought_at   timestamptz not null,
    destroyed_at timestamptz
);

create index evidence_by_time on evidence.file (brought_at, id);

grant select, insert, update (destroyed_at) on evidence.file to "${appRole}";
