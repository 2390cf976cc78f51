-- What a lot still stands for in a fund: what is unspent there and what was spent from there, less what was lost.
create view bookkeeping.lot_cover as
select l.subject, p.lot, p.fund,
       cast(greatest(0, sum(p.unspent + p.consumed)
           - (select coalesce(sum(s.yen), 0) from bookkeeping.loss s where s.lot = p.lot)) as bigint) as yen
from bookkeeping.piece p join bookkeeping.lot l on l.id = p.lot
group by l.subject, p.lot, p.fund;

grant select on bookkeeping.lot_cover to "${appRole}";

-- No statement claims more than the pieces that its outcome's fund has, or had and spent, of its own payments.
create or replace function bookkeeping.check_cover() returns trigger language plpgsql as
$$
declare
    claimant uuid;
begin
    if tg_table_name = 'statement' then
        claimant := to_jsonb(new) ->> 'subject';
    else
        select l.subject into claimant from bookkeeping.lot l where l.id = cast(to_jsonb(new) ->> 'lot' as bigint);
    end if;
    if exists (
        select from impact.statement s
        where s.subject = claimant
          and s.funded_yen > (
            select coalesce(sum(c.yen), 0) from bookkeeping.lot_cover c
            where c.subject = s.subject and c.fund = s.fund)
    ) then
        raise exception 'Statement % claims more than its lots cover', claimant using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create constraint trigger move_covers_statement after insert on bookkeeping.piece_move
    deferrable initially deferred for each row execute function bookkeeping.check_cover();
