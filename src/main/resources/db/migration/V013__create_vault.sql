create schema vault;
grant usage on schema vault to "${appRole}";

-- A person. Their key lies in a directory of its own (zabuton.vault.key-directory), so that no copy of the database,
-- its write-ahead log and old backups included, opens what an erased person told us. The row of somebody who is erased
-- stays as the sign of erasure, to be repeated after a restore.
create table vault.subject (
    id               uuid        primary key,
    wrapped_key      bytea,
    master_key_id    integer,
    opened_at        timestamptz not null,
    erased_at        timestamptz,
    key_destroyed_at timestamptz,
    constraint destroyed_when_erased check (key_destroyed_at is null or erased_at is not null)
);

comment on column vault.subject.wrapped_key is 'Empty: moved to the key directory. To be dropped by a later migration.';
comment on column vault.subject.master_key_id is 'Which master key wraps the key in the directory; the key is not told by it.';

create index erased_with_key on vault.subject (id) where erased_at is not null and key_destroyed_at is null;
-- A start asks whether the database still holds keys, and whether the master keys that it was given are the ones that
-- people are sealed under.
create index key_in_the_database on vault.subject (id) where wrapped_key is not null;
create index subject_master_key on vault.subject (master_key_id) where erased_at is null;

grant select, insert, update (master_key_id, key_destroyed_at) on vault.subject to "${appRole}";

-- What a person told us, each thing in its place.
create table vault.box (
    subject_id uuid  not null references vault.subject,
    place      text  not null check (place <> ''),
    sealed     bytea not null,
    primary key (subject_id, place)
);

grant select on vault.box to "${appRole}";

-- The application writes, empties and erases what is kept of one person at a time, and no statement of its own can do
-- so to everybody: each of these functions is all that it may do of its kind.
create function vault.put_boxes(person uuid, places text[], sealed_in_base64 text[]) returns void
    language sql security definer set search_path = pg_catalog
as $$
    insert into vault.box (subject_id, place, sealed)
    select person, place, decode(sealed, 'base64')
    from unnest(places, sealed_in_base64) as new (place, sealed)
    on conflict (subject_id, place) do update set sealed = excluded.sealed;
$$;

create function vault.remove_box(person uuid, which text) returns void
    language sql security definer set search_path = pg_catalog
as $$
    delete from vault.box where subject_id = person and place = which;
$$;

create function vault.erase(person uuid, at timestamptz) returns void
    language sql security definer set search_path = pg_catalog
as $$
    update vault.subject set erased_at = at where id = person and erased_at is null;
    delete from vault.box where subject_id = person;
$$;

revoke all on all functions in schema vault from public;
grant execute on function vault.put_boxes(uuid, text[], text[]), vault.remove_box(uuid, text),
    vault.erase(uuid, timestamptz) to "${appRole}";

-- What was mailed to prove an address lies under one key for all of a day, which is destroyed when the day in Tokyo is
-- over. So mailed codes leave nothing behind that grows with their number: no row of their own here, no file in the key
-- directory.
create table vault.day (
    day        date primary key,
    subject_id uuid not null unique references vault.subject
);

grant select, insert on vault.day to "${appRole}";

-- Which key directory belongs to this database.
create table vault.key_directory (
    id       uuid    primary key,
    only_one boolean not null default true unique check (only_one)
);
