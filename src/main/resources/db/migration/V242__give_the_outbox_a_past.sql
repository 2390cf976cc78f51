-- Which handlers there were, so that one that is new gets its past once, and a projection of a higher version all of it again.
-- Events stay for that; deliveries that are long done leave the table that is asked for work all the time.
create table outbox.handler (
    name text primary key,
    version integer not null,
    enrolled_at timestamptz not null
);
grant select, insert, update on outbox.handler to "${appRole}";

create index delivery_done on outbox.delivery (done_at) where done_at is not null;

-- Whatever time the application says, what was done within the last week stays.
create function outbox.delete_done(before timestamptz) returns void
    language sql security definer set search_path = pg_catalog
as $$
    delete from outbox.delivery where done_at < least(before, now() - interval '7 days');
$$;
revoke all on function outbox.delete_done(timestamptz) from public;
grant execute on function outbox.delete_done(timestamptz) to "${appRole}";
