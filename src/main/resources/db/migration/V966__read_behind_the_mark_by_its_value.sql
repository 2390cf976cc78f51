-- What was summed ends at a mark. A condition that looks the mark up is taken for a third of all rows, and all of them
-- were read for the few of a day; the numbers between two known ones are as many as they are.
create function ledger.since_sums()
    returns table (account text, fund text, booked_on date, yen bigint)
    language plpgsql stable security definer rows 1000
    set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
as $$
declare
    mark bigint := (select s.up_to from ledger.summed s);
    last bigint := (select max(e.id) from ledger.entry e);
begin
    return query
    select p.account, p.fund, p.booked_on, p.yen
    from generate_series(mark + 1, last) as since (entry) join ledger.posting p on p.entry_id = since.entry;
end
$$;

revoke all on function ledger.since_sums() from public;
grant execute on function ledger.since_sums() to "${appRole}";

-- A day may have two rows, what was summed and what came since: who asks sums them anyway.
create or replace view ledger.balance as
select account, fund, booked_on, yen from ledger.day_sum
union all
select account, fund, booked_on, yen from ledger.since_sums();

create or replace function ledger.sum_up() returns void
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
as $$
declare
    mark bigint;
    last bigint;
begin
    lock table ledger.entry in share mode;
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

create function bookkeeping.since_sums()
    returns table (booked_on date, charge boolean, origin text, means text, sku text, kind text, fund text, yen bigint)
    language plpgsql stable security definer rows 1000
    set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
as $$
declare
    mark bigint := (select s.up_to from bookkeeping.summed s);
    last bigint := (select max(e.id) from ledger.entry e);
begin
    return query
    select c.booked_on, c.charge, c.origin, c.means, c.sku, c.kind, c.fund, c.yen
    from generate_series(mark + 1, last) as since (entry)
        cross join lateral (select * from bookkeeping.change where change.entry = since.entry offset 0) c;
end
$$;

revoke all on function bookkeeping.since_sums() from public;
grant execute on function bookkeeping.since_sums() to "${appRole}";

create or replace view bookkeeping.day as
select booked_on, charge, origin, means, sku, kind, fund, yen from bookkeeping.day_sum
union all
select booked_on, charge, origin, means, sku, kind, fund, yen from bookkeeping.since_sums();

create or replace function bookkeeping.sum_up() returns void
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
as $$
declare
    mark bigint;
    last bigint;
begin
    lock table ledger.entry in share mode;
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
