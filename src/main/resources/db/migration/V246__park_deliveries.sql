-- What a handler can't take for days waits for staff, and what follows it in its stream waits behind it.
alter table outbox.delivery
    add column since timestamptz,
    add column failure text,
    add column parked_at timestamptz,
    add constraint parked_for_a_reason check (parked_at is null or failure is not null);
update outbox.delivery set since = due_at;
alter table outbox.delivery alter column since set not null;

create index delivery_parked on outbox.delivery (parked_at) where parked_at is not null;

-- All that was given up, whichever way it is worked off.
create view outbox.parked with (security_invoker = true) as
    select kind, key, false as delivery, since, attempts, failure, parked_at
    from outbox.work where parked_at is not null
    union all
    select handler, event_id::text, true, since, attempts, failure, parked_at
    from outbox.delivery where parked_at is not null;
grant select on outbox.parked to "${appRole}";
