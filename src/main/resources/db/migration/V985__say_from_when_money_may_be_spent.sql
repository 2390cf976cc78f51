-- From which day a fund can spend what it can't on a day because some of its money is too young, and how much then: by
-- the very function that refuses it. Where it will have less than is wanted even once all is ripe, from when all is.
-- Nothing where waiting for what is there gives no more.
create function bookkeeping.ripe_from(of_fund text, wanted bigint, on_day date)
    returns table (day date, yen bigint)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    too_soon date := on_day;
    middle   date;
    goal     bigint;
begin
    -- No version lets anything wait longer than a leap year.
    day := (
        select greatest(on_day, max(p.came_on)) + 366
        from bookkeeping.piece p where p.fund = of_fund and p.unspent > 0);
    goal := (select sum(o.yen) from bookkeeping.oldest(of_fund, wanted, day) o);
    if goal is null or goal = (select sum(o.yen) from bookkeeping.oldest(of_fund, wanted, on_day) o) then
        return;
    end if;
    while day - too_soon > 1 loop
        middle := too_soon + (day - too_soon) / 2;
        if goal = (select sum(o.yen) from bookkeeping.oldest(of_fund, wanted, middle) o) then
            day := middle;
        else
            too_soon := middle;
        end if;
    end loop;
    yen := (select sum(o.yen) from bookkeeping.oldest(of_fund, 9223372036854775807, day) o);
    return next;
end
$$;

revoke all on function bookkeeping.ripe_from(text, bigint, date) from public;
grant execute on function bookkeeping.ripe_from(text, bigint, date) to "${appRole}";
