-- An entry states how many postings it has, so that nobody can add a balanced pair to it later.
create function ledger.check_entry() returns trigger language plpgsql as
$$
declare
    touched bigint := case tg_table_name when 'entry' then (to_jsonb(new) ->> 'id')::bigint
                                         else (to_jsonb(new) ->> 'entry_id')::bigint end;
    stated  integer;
    written integer;
    balance numeric;
begin
    select lines into stated from ledger.entry where id = touched;
    select count(*), coalesce(sum(yen), 0) into written, balance from ledger.posting where entry_id = touched;
    if written <> stated then
        raise exception 'Journal entry % has % postings, not %', touched, written, stated
            using errcode = 'check_violation';
    end if;
    if balance <> 0 then
        raise exception 'Journal entry % is out of balance by % yen', touched, balance
            using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create constraint trigger entry_balances after insert on ledger.entry
    deferrable initially deferred for each row execute function ledger.check_entry();
create constraint trigger posting_balances after insert on ledger.posting
    deferrable initially deferred for each row execute function ledger.check_entry();

-- Append-only: what is wrong is put right by another entry.
grant usage on schema ledger to ${appRole};
grant select on ledger.fund, ledger.account to ${appRole};
grant select, insert on ledger.entry, ledger.posting to ${appRole};
