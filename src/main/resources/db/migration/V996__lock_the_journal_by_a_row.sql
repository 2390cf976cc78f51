-- Nobody books while a month is closed or what is kept of the journal is summed. That was a lock on the table of entries;
-- it is one on a row now, which other databases have as well (infra/postgresql-features.md): who books shares it, who
-- closes or sums waits for all that do and holds it alone.
create table ledger.journal_lock (one boolean primary key default true check (one));
insert into ledger.journal_lock default values;
-- Locking a row takes the right to change one of its columns, of which there is one, and of one value.
grant select, update on ledger.journal_lock to "${appRole}";

-- Once more the old way: who is booking now, by the functions as they were, is waited for.
lock table ledger.entry in share mode;

create or replace function bookkeeping.lock_funds(codes text[]) returns void
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    perform from ledger.journal_lock for key share;
    perform from ledger.fund f where f.code = any(codes) order by f.code for no key update;
end
$$;

create or replace function bookkeeping.sum_up() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
as $$
declare
    mark bigint;
    last bigint;
begin
    perform from ledger.journal_lock for update;
    mark := (select up_to from bookkeeping.summed);
    last := (select max(id) from ledger.entry);
    insert into bookkeeping.day_sum as known (booked_on, charge, origin, means, sku, kind, fund, yen)
    select booked_on, charge, origin, means, sku, kind, fund, sum(yen) from bookkeeping.change
    where entry > mark and entry <= last
    group by booked_on, charge, origin, means, sku, kind, fund
    on conflict (booked_on, charge, origin, means, sku, kind, fund) do update set yen = known.yen + excluded.yen;
    update bookkeeping.summed set up_to = last where last is not null;
end
$$;

create or replace function closing.begin(of_month date, named uuid, who text, at timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    last_day date := of_month + interval '1 month' - interval '1 day';
begin
    perform from ledger.journal_lock for update;
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

create or replace function closing.close(of_month date, signed uuid, at timestamptz) returns bytea
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    known closing.period;
begin
    perform from ledger.journal_lock for update;
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

create or replace function closing.hold_entries() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform from ledger.journal_lock for update;
end
$$;

create or replace function ledger.book(
    source_kind text, reference text, what text, occurred date, accounts text[], funds text[], amounts bigint[]
) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    named   text := source_kind || ':' || reference;
    wrong   text;
    entry   bigint;
    booked  date;
    poor    text;
begin
    if cardinality(accounts) < 2 or cardinality(funds) <> cardinality(accounts)
        or cardinality(amounts) <> cardinality(accounts) then
        raise exception 'Journal entry % needs two postings or more, each with account, fund and yen', named
            using errcode = 'check_violation';
    end if;
    if (select sum(a.yen) from unnest(amounts) as a (yen)) is distinct from 0 then
        raise exception 'Journal entry % is out of balance by % yen', named,
            (select sum(a.yen) from unnest(amounts) as a (yen)) using errcode = 'check_violation';
    end if;
    select p.account || coalesce(' of ' || p.fund, ' of no fund') into wrong
    from unnest(accounts, funds) as p (account, fund)
        left join ledger.account a on a.code = p.account
        left join ledger.fund f on f.code = p.fund
    where a.code is null or a.of_fund <> (p.fund is not null) or (p.fund is not null and f.code is null)
    limit 1;
    if wrong is not null then
        raise exception 'Journal entry % can''t be posted to %', named, wrong using errcode = 'check_violation';
    end if;

    -- Who closes a period holds the journal, so that none slips in behind.
    perform from ledger.journal_lock for key share;
    booked := ledger.booking_day(source_kind, reference, occurred);
    insert into ledger.entry (source, kind, occurred_on, booked_on, lines)
    values (named, what, occurred, booked, cardinality(accounts))
    on conflict (source) do nothing
    returning id into entry;
    if entry is null then
        return false;
    end if;
    insert into ledger.posting (entry_id, line, account, fund, yen, booked_on)
    select entry, p.line, p.account, p.fund, p.yen, booked
    from unnest(accounts, funds, amounts) with ordinality as p (account, fund, yen, line);

    -- Only what takes from a fund waits for others that take from it. A payment adds, and waits for nobody.
    perform from ledger.fund f
    where not f.overdraws
      and f.code in (
        select p.fund from unnest(funds, amounts) as p (fund, yen) group by p.fund having sum(p.yen) > 0)
    order by f.code
    for no key update;
    select f.code into poor
    from ledger.fund f
    where not f.overdraws
      and f.code in (
        select t.fund from unnest(funds, amounts) as t (fund, yen) group by t.fund having sum(t.yen) > 0)
      and (select sum(b.yen) from ledger.balance b where b.fund = f.code) > 0
    limit 1;
    if poor is not null then
        raise exception 'Journal entry % takes more from % than it has', named, poor using errcode = 'check_violation';
    end if;
    return true;
end
$$;

create or replace function ledger.hold_for_rebuild() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform from ledger.journal_lock for update;
end
$$;

create or replace function ledger.sum_up() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
as $$
declare
    mark bigint;
    last bigint;
begin
    perform from ledger.journal_lock for update;
    mark := (select up_to from ledger.summed);
    last := (select max(id) from ledger.entry);
    insert into ledger.day_sum as known (account, fund, booked_on, yen)
    select account, fund, booked_on, sum(yen) from ledger.posting
    where entry_id > mark and entry_id <= last
    group by account, fund, booked_on
    on conflict (account, fund, booked_on) do update set yen = known.yen + excluded.yen;
    update ledger.summed set up_to = last where last is not null;
end
$$;

create or replace function reporting.sum_up() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
as $$
declare
    mark   bigint;
    last   bigint;
    since  date;
    merged uuid[];
begin
    perform from ledger.journal_lock for update;
    mark := (select up_to from reporting.summed);
    last := (select max(id) from ledger.entry);
    with gone as (delete from reporting.recount returning supporter)
    select coalesce(array_agg(supporter), '{}') into merged from gone;
    for since in
        select date_trunc('month', e.booked_on)::date from ledger.entry e
        where e.id > mark and e.id <= last
        union
        select date_trunc('month', e.booked_on)::date
        from supporters.supporter s
            cross join lateral (
                select o.payment from orders.orders o where o.subject = s.subject_id
                union all
                select c.payment from giving.pledge g join giving.charge c on c.pledge = g.id
                where g.supporter = s.id) paid
            join bookkeeping.movement m on m.payment = paid.payment
            join ledger.entry e on e.source = m.source
        where s.id = any (merged)
    loop
        delete from reporting.month_sum where month = since;
        insert into reporting.month_sum (fund, month, flow, item, yen, givers, few)
        select f.fund, since, f.flow, f.item, sum(f.yen), count(distinct f.giver),
               case when count(distinct f.giver) < 5
                    then coalesce(array_agg(distinct f.giver) filter (where f.giver is not null), '{}') else '{}' end
        from reporting.flow f
        where f.booked_on >= since and f.booked_on < since + interval '1 month'
        group by f.fund, f.flow, f.item;
    end loop;
    update reporting.summed set up_to = last where last is not null;
end
$$;
