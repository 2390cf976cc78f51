-- What lay in the cash box before the books began no file of a bank tells: two people note it by a correction of the
-- first entry about the box, against BROUGHT_IN and no other account.
create or replace function closing.corrigible() returns setof ledger.account
    language sql stable set search_path = pg_catalog, pg_temp
as $$
    select * from ledger.account
    where code in ('CASH', 'BROUGHT_IN') or (nature = 'EXPENSE' and code <> 'PROGRAMME')
$$;

-- As before; each side names a fund where its account is one of funds.
create or replace function closing.correct(wished uuid, signed uuid, at timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    wish closing.correction;
begin
    select * into strict wish from closing.correction where id = wished for update;
    if wish.signed_at is not null then
        return false;
    end if;
    if not exists (
        select from approvals.approval a
        where a.id = signed and a.kind = 'closing.correction' and a.subject = wished and a.state = 'APPROVED')
        or (select count(*) from closing.corrigible() where code in (wish.debit, wish.credit)) <> 2
        or ('BROUGHT_IN' in (wish.debit, wish.credit) and 'CASH' not in (wish.debit, wish.credit))
    then
        raise exception 'Nobody has signed correction %, or it is none', wished using errcode = 'check_violation';
    end if;
    perform ledger.book(
        'decision', 'closing-' || wished, 'CORRECTION',
        (select occurred_on from ledger.entry where source = wish.corrects), array[wish.debit, wish.credit],
        array[(select case when of_fund then 'OPERATIONS' end from ledger.account where code = wish.debit),
              (select case when of_fund then 'OPERATIONS' end from ledger.account where code = wish.credit)],
        array[wish.yen, -wish.yen]);
    update closing.correction set signed_at = at, approval = signed, source = 'decision:closing-' || wished
    where id = wished;
    return true;
end
$$;
