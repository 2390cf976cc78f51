-- The application writes, empties and erases what is kept of one person at a time, and no statement of its own can do so
-- to everybody: each of these functions is all that it may do of its kind.
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

revoke insert, update, delete on vault.box from "${appRole}";
revoke update on vault.subject from "${appRole}";
grant update (master_key_id, key_destroyed_at) on vault.subject to "${appRole}";
