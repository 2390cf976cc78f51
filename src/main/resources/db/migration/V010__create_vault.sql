create schema vault;
grant usage on schema vault to "${appRole}";

-- A person: a data key, wrapped by a master key that is not in the database. An erased person has none; the row stays
-- as the sign of erasure, to be repeated after a restore.
create table vault.subject (
    id uuid primary key,
    wrapped_key bytea,
    master_key_id integer,
    opened_at timestamptz not null,
    erased_at timestamptz,
    constraint key_until_erased check ((erased_at is null) = (wrapped_key is not null and master_key_id is not null))
);

create table vault.box (
    subject_id uuid not null references vault.subject,
    place text not null check (place <> ''),
    sealed bytea not null,
    primary key (subject_id, place)
);

grant select, insert, update on vault.subject to "${appRole}";
grant select, insert, update, delete on vault.box to "${appRole}";
