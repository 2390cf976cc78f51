-- What somebody noted at the bank, and which bank's opening balance has it already: of an account that was read later
-- than the first, only a person can say.
create table banking.noted_before (
    source  text        primary key references ledger.entry (source),
    account uuid        not null references banking.account,
    said_by text        not null,
    said_at timestamptz not null
);

grant select, insert on banking.noted_before to "${appRole}";

-- The same as before, without what was said to stand in an opening balance.
create or replace view bookkeeping.noted_at_bank as
select e.source, e.occurred_on, p.yen
from ledger.posting p join ledger.entry e on e.id = p.entry_id
where p.account = 'BANK' and e.kind not in ('BANK_ROW', 'BANK_BROUGHT_IN', 'BANK_MATCHED')
  and e.occurred_on >= (select min(day) from banking.row)
  and not exists (select from banking.match m where m.elsewhere = e.source and m.undone_at is null)
  and not exists (select from banking.noted_before b where b.source = e.source)
  and not exists (
    select from ledger.entry o join ledger.posting q on q.entry_id = o.id and q.account = 'BANK'
    where o.source = case when e.source like '%/corrected' then left(e.source, -length('/corrected'))
                          else e.source || '/corrected' end
      and q.yen = -p.yen
      and not exists (select from banking.match m where m.elsewhere = o.source and m.undone_at is null));
