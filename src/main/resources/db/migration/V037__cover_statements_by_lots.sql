-- No statement claims more than the lots that its outcome's fund still has of its own payments.
create function bookkeeping.check_cover() returns trigger language plpgsql as
$$
declare
    claimant uuid;
begin
    if tg_table_name = 'statement' then
        claimant := to_jsonb(new) ->> 'subject';
    else
        select subject into claimant from bookkeeping.movement where source = to_jsonb(new) ->> 'source';
    end if;
    if exists (
        select from impact.statement s
        where s.subject = claimant
          and s.funded_yen > (
            select coalesce(sum(l.yen), 0) from bookkeeping.lot l
            where l.subject = s.subject and l.fund = s.fund and l.kind in ('PROFIT', 'GIFT'))
    ) then
        raise exception 'Statement % claims more than its lots cover', claimant using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create constraint trigger statement_is_covered after insert or update on impact.statement
    deferrable initially deferred for each row execute function bookkeeping.check_cover();
create constraint trigger lots_cover_statement after insert on bookkeeping.lot_change
    deferrable initially deferred for each row execute function bookkeeping.check_cover();
