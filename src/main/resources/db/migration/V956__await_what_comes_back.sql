-- What somebody said comes back of a disbursement is its fund's again from that moment, in the books and for refunds. It
-- may be spent and moved once a row of the bank has brought it, or two people have said that it will not arrive, so that
-- Operations bears it.
create table bookkeeping.expected_back (
    -- Of the entry that gave it to the fund. Where that says nothing yet, nothing is awaited.
    source text primary key
);

grant select on bookkeeping.expected_back to "${appRole}";

-- What a fund has of it: less than came back where a loss was made up for.
create function bookkeeping.expected_of(code text) returns bigint
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select cast(coalesce(sum(-p.yen), 0) as bigint)
    from bookkeeping.expected_back x
        join ledger.entry e on e.source = x.source
        join ledger.posting p on p.entry_id = e.id
    where p.fund = code
$$;

revoke all on function bookkeeping.expected_of(text) from public;
grant execute on function bookkeeping.expected_of(text) to "${appRole}";

-- The oldest unspent money of a fund that is ripe on a day, until there is enough of it: less where there is not. As much
-- as is expected back stays where it is, at the front, since it is the oldest that was spent.
create or replace function bookkeeping.oldest(of_fund text, wanted bigint, on_day date)
    returns table (lot bigint, no integer, yen bigint)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    missing  bigint := wanted;
    expected bigint := bookkeeping.expected_of(of_fund);
    kept     bigint;
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
        kept := greatest(0, least(piece.unspent, expected));
        expected := expected - kept;
        continue when kept = piece.unspent;
        lot := piece.lot;
        no := piece.no;
        yen := least(piece.unspent - kept, missing);
        missing := missing - yen;
        return next;
    end loop;
end
$$;

-- The database follows each return by itself, whoever writes it.
create function funds.expect_back() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    named text;
begin
    if tg_op <> 'INSERT' then
        named := 'decision:disbursement-' || old.disbursement || '-returned-' || old.no;
        delete from bookkeeping.expected_back where source = named;
    end if;
    if tg_op <> 'DELETE' and new.expected then
        named := 'decision:disbursement-' || new.disbursement || '-returned-' || new.no;
        insert into bookkeeping.expected_back (source) values (named);
    end if;
    return null;
end
$$;

revoke all on function funds.expect_back() from public;

create trigger expect_back after insert or update or delete on funds.disbursement_return
    for each row execute function funds.expect_back();

insert into bookkeeping.expected_back (source)
select 'decision:disbursement-' || r.disbursement || '-returned-' || r.no
from funds.disbursement_return r where r.expected;
