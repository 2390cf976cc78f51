-- What an entry said wrongly is put right by another, which names it, and which two people sign. It stands in the month of
-- the first as long as that is not closed, and on the first day that is open otherwise.
create table closing.correction (
    id          uuid        primary key,
    corrects    text        not null references ledger.entry (source),
    debit       text        not null references ledger.account,
    credit      text        not null references ledger.account,
    yen         bigint      not null check (yen > 0),
    reason      text        not null check (btrim(reason) <> '' and length(reason) <= 200),
    proposed_at timestamptz not null,
    proposed_by text        not null check (proposed_by <> ''),
    signed_at   timestamptz,
    approval    uuid        references approvals.approval,
    source      text        unique references ledger.entry (source),
    constraint moves_something check (debit <> credit),
    constraint booked_when_signed check (
        (signed_at is null) = (approval is null) and (signed_at is null) = (source is null))
);

create index correction_corrects on closing.correction (corrects);
create index correction_approval on closing.correction (approval);
create index correction_signed on closing.correction (signed_at, id) where signed_at is not null;

grant select, insert on closing.correction to "${appRole}";

-- What other facts state to the yen (what lies at Stripe and the bank, what is held, what lots and pieces say) is put right
-- where these are.
create function closing.corrigible() returns setof ledger.account
    language sql stable set search_path = pg_catalog, pg_temp
as $$
    select * from ledger.account where code = 'CASH' or (nature = 'EXPENSE' and code <> 'PROGRAMME')
$$;

grant execute on function closing.corrigible() to "${appRole}";

-- Books a correction that was signed; false where it was before.
create function closing.correct(wished uuid, signed uuid, at timestamptz) returns boolean
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
    then
        raise exception 'Nobody has signed correction %, or it is none', wished using errcode = 'check_violation';
    end if;
    perform ledger.book(
        'decision', 'closing-' || wished, 'CORRECTION',
        (select occurred_on from ledger.entry where source = wish.corrects), array[wish.debit, wish.credit],
        array[case when wish.debit <> 'CASH' then 'OPERATIONS' end, case when wish.credit <> 'CASH' then 'OPERATIONS' end],
        array[wish.yen, -wish.yen]);
    update closing.correction set signed_at = at, approval = signed, source = 'decision:closing-' || wished
    where id = wished;
    return true;
end
$$;

revoke all on function closing.correct(uuid, uuid, timestamptz) from public;
grant execute on function closing.correct(uuid, uuid, timestamptz) to "${appRole}";
