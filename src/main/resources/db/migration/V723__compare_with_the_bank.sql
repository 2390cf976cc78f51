-- What somebody noted at the bank and no row has been found for; what was there before the files begin is in their
-- opening balance. A note and the correction that takes it out of the books again moved nothing together: no file has
-- either.
create view bookkeeping.noted_at_bank as
select e.source, e.occurred_on, p.yen
from ledger.posting p join ledger.entry e on e.id = p.entry_id
where p.account = 'BANK' and e.kind not in ('BANK_ROW', 'BANK_BROUGHT_IN', 'BANK_MATCHED')
  and e.occurred_on >= (select min(day) from banking.row)
  and not exists (select from banking.match m where m.elsewhere = e.source and m.undone_at is null)
  and not exists (
    select from ledger.entry o join ledger.posting q on q.entry_id = o.id and q.account = 'BANK'
    where o.source = case when e.source like '%/corrected' then left(e.source, -length('/corrected'))
                          else e.source || '/corrected' end
      and q.yen = -p.yen
      and not exists (select from banking.match m where m.elsewhere = o.source and m.undone_at is null));

-- Until when every account of the bank has been read.
create view bookkeeping.banks_read as
select min(account.last_day) as until
from (select max(last_day) as last_day from banking.file group by account) as account;

-- What the journal has at the bank, what the files end with, and what was noted beside them and not taken over when
-- they began.
create view bookkeeping.at_the_bank as
select cast(journal as bigint) as journal, cast(files as bigint) as files,
       cast(noted + brought - opened - found as bigint) as noted
from (select coalesce(sum(yen), 0) as journal from ledger.posting where account = 'BANK') as books,
     (select coalesce(sum(p.yen), 0) as noted
      from ledger.posting p join ledger.entry e on e.id = p.entry_id
      where p.account = 'BANK' and e.kind not in ('BANK_ROW', 'BANK_BROUGHT_IN', 'BANK_MATCHED')) as notes,
     (select coalesce(sum(r.yen), 0) as found
      from banking.match m join banking.row r on r.id = m.row_id
      where m.elsewhere is not null and m.undone_at is null) as rows_found,
     (select coalesce(sum(brought), 0) as brought from banking.account) as taken,
     (select coalesce(sum(balance - yen), 0) as opened
      from (select distinct on (account) balance, yen from banking.row
            where balance is not null order by account, place) as first_row) as openings,
     (select coalesce(sum(yen), 0) as files
      from (select balance as yen
            from (select distinct on (account) balance from banking.row
                  where balance is not null order by account, place desc) as last_row
            union all
            select yen from banking.row where balance is null) as line) as endings;

grant select on bookkeeping.noted_at_bank, bookkeeping.banks_read, bookkeeping.at_the_bank to "${appRole}";

-- What the last night found between the books and the banks: by how much money on its way is not that of payouts that
-- may be on their way, and by how much the journal is not what the files end with. None as long as there is no file.
create table bookkeeping.bank_comparison (
    only_one    boolean     primary key default true check (only_one),
    compared_at timestamptz not null,
    on_its_way  bigint      not null,
    at_bank     bigint      not null
);

grant select, insert, update on bookkeeping.bank_comparison to "${appRole}";
