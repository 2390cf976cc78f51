create schema closing;
grant usage on schema closing to "${appRole}";

-- A month of which somebody has begun the close; all others are open. What is closed stays as it is for ever: the
-- snapshot is kept byte for byte, and whoever has its hash can see that it is the same.
create table closing.period (
    month     date        primary key check (extract(day from month) = 1),
    id        uuid        not null unique,
    began_at  timestamptz not null,
    began_by  text        not null check (began_by <> ''),
    closed_at timestamptz,
    -- Who asked for it, and who signed; the approval has the signature.
    closed_by text,
    approval  uuid        references approvals.approval,
    snapshot  bytea,
    hash      bytea       generated always as (sha256(snapshot)) stored,
    constraint closed_with_a_snapshot check (
        (closed_at is null) = (snapshot is null) and (closed_at is null) = (closed_by is null)
        and (closed_at is null) = (approval is null))
);

create index period_approval on closing.period (approval);

grant select on closing.period to "${appRole}";

-- Why a month is closed although something stands in the way: of as much as was seen, and no more.
create table closing.waiver (
    id          uuid        primary key,
    month       date        not null references closing.period,
    obstacle    text        not null check (obstacle ~ '^[a-z]+([.-][a-z]+)*$'),
    count       bigint      not null check (count > 0),
    yen         bigint,
    reason      text        not null check (btrim(reason) <> '' and length(reason) <= 200),
    proposed_at timestamptz not null,
    proposed_by text        not null check (proposed_by <> ''),
    signed_at   timestamptz,
    approval    uuid        references approvals.approval,
    constraint signed_by_an_approval check ((signed_at is null) = (approval is null))
);

create index waiver_month on closing.waiver (month);
create index waiver_approval on closing.waiver (approval);

grant select, insert on closing.waiver to "${appRole}";
grant update (signed_at, approval) on closing.waiver to "${appRole}";

create function closing.keep_waivers() returns trigger language plpgsql as
$$
begin
    if old.signed_at is not null or (select closed_at from closing.period where month = old.month) is not null then
        raise exception 'Waiver % is signed, or its month is closed', old.id using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger waiver_stays before update on closing.waiver
    for each row execute function closing.keep_waivers();

-- What the books say of a month, in the bytes of UTF-8: of each account and fund what stood there before, what came on
-- both sides, and what stands there at the end, sorted by code, so that the same books give the same bytes.
create function closing.written(
    of_month date, entries bigint, accounts text[], funds text[], openings bigint[], debits bigint[], credits bigint[]
) returns bytea
    language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select convert_to(
        'month=' || to_char(of_month, 'YYYY-MM') || E'\nentries=' || entries
            || E'\naccount,fund,opening,debit,credit,closing\n'
            || coalesce(string_agg(concat_ws(',', account, fund, opening, debit, credit, opening + debit - credit)
                                       || E'\n', '' order by account collate "C", fund collate "C"), ''),
        'UTF8')
    from unnest(accounts, funds, openings, debits, credits) as line (account, fund, opening, debit, credit);
$$;

grant execute on function closing.written(date, bigint, text[], text[], bigint[], bigint[], bigint[]) to "${appRole}";

-- The same of a month as the journal has it now: before it by the sums of days, which are checked every night.
create function closing.snapshot(of_month date) returns bytea
    language sql stable set search_path = pg_catalog, pg_temp
as $$
    with within as (
        select e.id, p.account, coalesce(p.fund, '') as fund, p.yen
        from ledger.entry e join ledger.posting p on p.entry_id = e.id
        where e.booked_on >= of_month and e.booked_on < of_month + interval '1 month'),
    line as (
        select account, fund, sum(opening) as opening, sum(debit) as debit, sum(credit) as credit
        from (select account, coalesce(fund, '') as fund, yen as opening, 0 as debit, 0 as credit
              from ledger.balance where booked_on < of_month
              union all
              select account, fund, 0, greatest(yen, 0), greatest(-yen, 0) from within) as moved
        group by account, fund)
    select closing.written(
        of_month, (select count(distinct id) from within), array_agg(account), array_agg(fund),
        array_agg(opening::bigint), array_agg(debit::bigint), array_agg(credit::bigint))
    from line;
$$;

grant execute on function closing.snapshot(date) to "${appRole}";

-- The month that is closed next: the one after the last that was, or the first of the journal; null before any entry.
create function closing.next_month() returns date
    language sql stable set search_path = pg_catalog, pg_temp
as $$
    select cast(date_trunc('month', coalesce((select max(last_day) + 1 from ledger.closed_period),
                                             (select min(booked_on) from ledger.entry))) as date);
$$;

grant execute on function closing.next_month() to "${appRole}";

-- Begins to close a month that is over. False where it is not the next, or one is being closed.
create function closing.begin(of_month date, named uuid, who text, at timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    last_day date := of_month + interval '1 month' - interval '1 day';
begin
    lock table ledger.entry in share mode;
    if exists (select from ledger.closing_period) or of_month is distinct from closing.next_month()
        or (at at time zone 'Asia/Tokyo')::date <= last_day then
        return false;
    end if;
    insert into closing.period (month, id, began_at, began_by) values (of_month, named, at, who)
    on conflict (month) do nothing;
    if not found then
        return false;
    end if;
    insert into ledger.closing_period (last_day) values (last_day);
    return true;
end
$$;

revoke all on function closing.begin(date, uuid, text, timestamptz) from public;
grant execute on function closing.begin(date, uuid, text, timestamptz) to "${appRole}";

-- Whoever books waits until the end of the transaction, and whoever has begun to book is waited for.
create function closing.hold_entries() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    lock table ledger.entry in share mode;
end
$$;

revoke all on function closing.hold_entries() from public;
grant execute on function closing.hold_entries() to "${appRole}";

-- Closes a month that two people have agreed on; its hash. A month that is closed has the hash that it had.
create function closing.close(of_month date, signed uuid, at timestamptz) returns bytea
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    known closing.period;
begin
    lock table ledger.entry in share mode;
    select * into known from closing.period where month = of_month for update;
    if known.closed_at is not null then
        return known.hash;
    end if;
    if known.month is null or not exists (
        select from approvals.approval a
        where a.id = signed and a.kind = 'closing.close' and a.subject = known.id and a.state = 'APPROVED')
    then
        raise exception 'Nobody has signed that % is closed', of_month using errcode = 'check_violation';
    end if;
    update closing.period set
        closed_at = at, approval = signed,
        closed_by = (select proposer::text from approvals.approval where id = signed),
        snapshot = closing.snapshot(of_month)
    where month = of_month
    returning * into known;
    delete from ledger.closing_period;
    insert into ledger.closed_period (last_day, closed_at) values (of_month + interval '1 month' - interval '1 day', at);
    return known.hash;
end
$$;

revoke all on function closing.close(date, uuid, timestamptz) from public;
grant execute on function closing.close(date, uuid, timestamptz) to "${appRole}";

-- Who owns the tables could change a month that is closed by mistake.
create function closing.keep_closed() returns trigger language plpgsql as
$$
begin
    if tg_op = 'DELETE' or old.closed_at is not null then
        raise exception 'Month % is closed, or being closed, and stays', old.month using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger period_stays before update or delete on closing.period
    for each row execute function closing.keep_closed();

create function ledger.keep_closed() returns trigger language plpgsql as
$$
begin
    raise exception 'A closed period is never opened again' using errcode = 'check_violation';
end
$$;

create trigger closed_period_stays before update or delete on ledger.closed_period
    for each row execute function ledger.keep_closed();
