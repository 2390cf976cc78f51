-- What is spent on the purpose of a fund, what is approved and not yet paid, and what banks keep for sending it.
insert into ledger.account (code, nature, name_en, name_ja)
values ('PROGRAMME', 'EXPENSE', 'Programme costs', '事業費'),
       ('PAYABLE', 'LIABILITY', 'Approved, not yet paid', '未払金'),
       ('BANK_FEES', 'EXPENSE', 'Bank fees', '振込手数料');
