-- While a month is being closed it takes what comes late from outside and is dated in it, and what two people add to it;
-- whatever else is dated before its end lands on the day after it.
create table ledger.closing_period (
    one      boolean primary key default true check (one),
    last_day date    not null
);

grant select on ledger.closing_period to "${appRole}";

-- The day on which the journal has a fact.
create function ledger.booking_day(source_kind text, reference text, occurred date) returns date
    language sql stable set search_path = pg_catalog, pg_temp
as $$
    select case when c.last_day is null or occurred > c.last_day then greatest(occurred, o.day)
                when occurred >= o.day and (source_kind <> 'decision' or reference like 'closing-%') then occurred
                else c.last_day + 1 end
    from (select ledger.first_open_day() as day) o left join ledger.closing_period c on true;
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

    -- Who closes a period locks the table against entries, so that none slips in behind.
    lock table ledger.entry in row exclusive mode;
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

-- What came late, by the day on which it happened.
create index entry_late on ledger.entry (occurred_on, id) where booked_on > occurred_on;
create index entry_landed on ledger.entry (booked_on, id) where booked_on > occurred_on;
