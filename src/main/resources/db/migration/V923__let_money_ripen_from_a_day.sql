-- How many days money of a means of payment waits before it is spent, from a day to come on. Two people decide and say
-- why. In force is the version whose first day has come last; of two for the same day the later decision counts; none
-- waits no days, unless bookkeeping.ripening says so from before. Zero days are an end.
create table bookkeeping.ripening_version (
    id             uuid        primary key,
    means          text        not null check (means <> ''),
    days           integer     not null check (days between 0 and 366),
    effective_from date        not null,
    reason_en      text        not null check (reason_en ~ '\S'),
    reason_ja      text        not null check (reason_ja ~ '\S'),
    decided_at     timestamptz not null,
    constraint begins_on_a_day_to_come check (effective_from > (decided_at at time zone 'Asia/Tokyo')::date)
);

grant select, insert on bookkeeping.ripening_version to "${appRole}";

-- The same while a second person has not decided.
create table funds.ripening_draft (
    id             uuid        primary key,
    means          text        not null,
    days           integer     not null,
    effective_from date        not null,
    reason_en      text        not null,
    reason_ja      text        not null,
    drafted_at     timestamptz not null
);

grant select, insert on funds.ripening_draft to "${appRole}";

-- The oldest unspent money of a fund that is ripe on a day, until there is enough of it: less where there is not.
create or replace function bookkeeping.oldest(of_fund text, wanted bigint, on_day date)
    returns table (lot bigint, no integer, yen bigint)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    missing bigint := wanted;
    pieces cursor for
        select p.lot, p.no, p.unspent from bookkeeping.piece p
        where p.fund = of_fund and p.unspent > 0
          and p.came_on + coalesce(
                (select v.days from bookkeeping.ripening_version v
                 where v.means = p.means and v.effective_from <= on_day
                 order by v.effective_from desc, v.decided_at desc limit 1),
                (select r.days from bookkeeping.ripening r where r.means = p.means), 0) <= on_day
        order by p.lot, p.no;
begin
    for piece in pieces loop
        exit when missing <= 0;
        lot := piece.lot;
        no := piece.no;
        yen := least(piece.unspent, missing);
        missing := missing - yen;
        return next;
    end loop;
end
$$;
