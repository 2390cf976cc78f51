-- What a bank pays for money that lies there is the organisation's as a whole: of neither sales nor gifts.
alter table ledger.account
    drop constraint income_has_a_side,
    add constraint income_has_a_side check ((side is not null) = (nature = 'INCOME' and code <> 'INTEREST'));

insert into ledger.account (code, nature, name_en, name_ja)
values ('INTEREST', 'INCOME', 'Interest', '受取利息'),
       ('OWN_TRANSFERS', 'ASSET', 'Between our own accounts', '口座間の振替'),
       ('BROUGHT_IN', 'LIABILITY', 'There before these books began', '帳簿開始前の残高');

-- Disbursements bring it as well.
insert into ledger.account (code, nature, name_en, name_ja)
values ('BANK_FEES', 'EXPENSE', 'Bank fees', '振込手数料')
on conflict (code) do nothing;

-- Finds what the books already say of a sum at the bank.
create index posting_at_bank on ledger.posting (yen, entry_id) where account = 'BANK';
