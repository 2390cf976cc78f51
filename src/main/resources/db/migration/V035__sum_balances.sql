-- Balances are sums by account, fund and day. No row keeps a running sum that every payment would wait for: entries up
-- to a mark are summed once a night, and what stands behind the mark is added when somebody asks.
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

grant select on ledger.balance to "${appRole}";

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
grant execute on function ledger.sum_up() to "${appRole}";
