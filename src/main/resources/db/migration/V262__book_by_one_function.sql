-- What happened on a day is booked on that day, or on the first day that is still open: a closed period never changes.
-- The first day counts for receipts and givers, by the Tokyo calendar; the second for the books, and the database sets it.
alter table ledger.entry rename column booked_on to occurred_on;
alter table ledger.entry add column booked_on date;
update ledger.entry set booked_on = occurred_on;
alter table ledger.entry
    alter column booked_on set not null,
    add constraint booked_when_it_has_happened check (booked_on >= occurred_on),
    add constraint comes_from_a_fact check (source ~ '^(stripe|bank|cash|decision):.'),
    add unique (id, booked_on);

create table ledger.closed_period (
    last_day  date        primary key,
    closed_at timestamptz not null default now()
);

grant select on ledger.closed_period to ${appRole};

create function ledger.first_open_day() returns date
    language sql stable set search_path = pg_catalog
as $$
    select coalesce(max(last_day) + 1, '-infinity') from ledger.closed_period;
$$;

-- Balances are sums by account, fund and day. No row keeps a running sum that every payment would wait for: entries up to
-- a mark are summed once a night, and what stands behind the mark is added when somebody asks.
alter table ledger.posting add column booked_on date;
update ledger.posting p set booked_on = e.booked_on from ledger.entry e where e.id = p.entry_id;
alter table ledger.posting
    alter column booked_on set not null,
    add foreign key (entry_id, booked_on) references ledger.entry (id, booked_on),
    drop constraint posting_entry_id_fkey;

drop index ledger.posting_account;

create table ledger.day_sum (
    account   text   not null references ledger.account,
    fund      text   references ledger.fund,
    booked_on date   not null,
    yen       bigint not null,
    unique nulls not distinct (account, fund, booked_on)
);

create index day_sum_fund on ledger.day_sum (fund);

create table ledger.summed (
    one   boolean primary key default true check (one),
    up_to bigint  not null
);

insert into ledger.summed (up_to) values (0);

create view ledger.balance as
select account, fund, booked_on, cast(sum(yen) as bigint) as yen
from (
    select account, fund, booked_on, yen from ledger.day_sum
    union all
    select account, fund, booked_on, yen from ledger.posting where entry_id > (select up_to from ledger.summed)
) as line
group by account, fund, booked_on;

grant select on ledger.balance to ${appRole};

-- Moves the mark to the last entry. While somebody writes an entry this waits, so that none with a smaller number is
-- still to come.
create function ledger.sum_up() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    last bigint;
begin
    lock table ledger.entry in share mode;
    select max(id) into last from ledger.entry;
    insert into ledger.day_sum as known (account, fund, booked_on, yen)
    select account, fund, booked_on, sum(yen) from ledger.posting
    where entry_id > (select up_to from ledger.summed) and entry_id <= last
    group by account, fund, booked_on
    on conflict (account, fund, booked_on) do update set yen = known.yen + excluded.yen;
    update ledger.summed set up_to = last where last is not null;
end
$$;

revoke all on function ledger.sum_up() from public;
grant execute on function ledger.sum_up() to ${appRole};

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
grant execute on function ledger.book(text, text, text, date, text[], text[], bigint[]) to ${appRole};
revoke insert on ledger.entry, ledger.posting from ${appRole};

create or replace function ledger.check_entry() returns trigger language plpgsql as
$$
declare
    touched bigint := case tg_table_name when 'entry' then (to_jsonb(new) ->> 'id')::bigint
                                         else (to_jsonb(new) ->> 'entry_id')::bigint end;
    stated  ledger.entry;
    written integer;
    balance numeric;
begin
    select * into stated from ledger.entry where id = touched;
    select count(*), coalesce(sum(yen), 0) into written, balance from ledger.posting where entry_id = touched;
    if written <> stated.lines then
        raise exception 'Journal entry % has % postings, not %', touched, written, stated.lines
            using errcode = 'check_violation';
    end if;
    if balance <> 0 then
        raise exception 'Journal entry % is out of balance by % yen', touched, balance
            using errcode = 'check_violation';
    end if;
    if stated.booked_on < ledger.first_open_day() then
        raise exception 'Journal entry % is booked in a closed period', touched using errcode = 'check_violation';
    end if;
    return null;
end
$$;
