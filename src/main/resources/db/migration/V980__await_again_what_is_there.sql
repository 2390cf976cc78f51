-- A match that is taken back makes its return awaited again, so that the fund keeps as much. Where the fund has spent or
-- moved it since, it can't: two people say then that it did not arrive, and Operations bears it.
create function bookkeeping.may_await(of_source text) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(bool_and(f.overdraws
        or coalesce(-(select sum(b.yen) from ledger.balance b where b.fund = f.code), 0)
            - bookkeeping.expected_of(f.code) >= got.yen), true)
    from (
        select p.fund, -sum(p.yen) as yen
        from ledger.entry e
            cross join lateral (select q.fund, q.yen from ledger.posting q where q.entry_id = e.id offset 0) p
        where e.source = of_source and p.fund is not null group by p.fund having sum(p.yen) < 0) got
        join ledger.fund f on f.code = got.fund
$$;

revoke all on function bookkeeping.may_await(text) from public;
grant execute on function bookkeeping.may_await(text) to "${appRole}";

-- The same, once all who take from those funds have to wait.
create function bookkeeping.hold_to_await(of_source text) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform bookkeeping.lock_funds(array(
        select p.fund
        from ledger.entry e
            cross join lateral (select q.fund from ledger.posting q where q.entry_id = e.id offset 0) p
        where e.source = of_source and p.fund is not null));
    return bookkeeping.may_await(of_source);
end
$$;

revoke all on function bookkeeping.hold_to_await(text) from public;
grant execute on function bookkeeping.hold_to_await(text) to "${appRole}";
