-- Writes a whole entry or nothing: false when a fact of this source is booked already. The only way in for the
-- application; the deferred checks stay behind it.
create function ledger.book(
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

    -- Who closes a period locks the table against entries, so that none slips in behind.
    lock table ledger.entry in row exclusive mode;
    booked := greatest(occurred, ledger.first_open_day());
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

revoke all on function ledger.book(text, text, text, date, text[], text[], bigint[]) from public;
grant execute on function ledger.book(text, text, text, date, text[], text[], bigint[]) to "${appRole}";
