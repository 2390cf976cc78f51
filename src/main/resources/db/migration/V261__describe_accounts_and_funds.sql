-- Accounts and funds are rows: a new one needs no new code. Money with a purpose is used for nothing else; only a fund
-- that may be overdrawn can spend more than it has, and then the organisation has to bring the rest.
alter table ledger.fund
    add column name_en     text,
    add column name_ja     text,
    add column restriction text    not null default 'PURPOSE' check (restriction in ('NONE', 'PURPOSE')),
    add column overdraws   boolean not null default false,
    add constraint code_is_one check (code ~ '^[A-Z][A-Z0-9_]*$');

update ledger.fund f set name_en = n.en, name_ja = n.ja, restriction = n.restriction, overdraws = f.code = 'OPERATIONS'
from (values ('GENERAL', 'Where it is needed most', 'いちばん必要なところ', 'NONE'),
             ('FOOD', 'Food', '食料', 'PURPOSE'),
             ('FOSTER_CHILDREN', 'All foster children together', '里子全員', 'PURPOSE'),
             ('CLOTHING', 'Clothing', '衣類', 'PURPOSE'),
             ('MEDICAL', 'Medical care', '医療', 'PURPOSE'),
             ('SHELTER', 'Shelter', '住まい', 'PURPOSE'),
             ('OPERATIONS', 'The organisation’s work', '団体の運営', 'NONE')) as n (code, en, ja, restriction)
where f.code = n.code;

alter table ledger.fund
    alter column name_en set not null,
    alter column name_ja set not null,
    add constraint has_names check (btrim(name_en) <> '' and btrim(name_ja) <> '');

-- On the side of sales or of gifts, which are told apart by law; the organisation's as a whole where it is neither.
alter table ledger.account
    add column name_en text,
    add column name_ja text,
    add column side    text check (side in ('SALE', 'GIFT')),
    add constraint code_is_one check (code ~ '^[A-Z][A-Z0-9_]*$');

update ledger.account a set name_en = n.en, name_ja = n.ja, side = n.side
from (values ('STRIPE_BALANCE', 'Balance at Stripe', 'Stripe残高', null),
             ('CONSUMPTION_TAX', 'Consumption tax owed', '仮受消費税', null),
             ('SALES', 'Sales of goods', '物品販売収入', 'SALE'),
             ('DONATIONS', 'Gifts', '寄附金収入', 'GIFT'),
             ('PAYMENT_FEES', 'Payment fees', '決済手数料', null),
             ('PAYMENT_LOSSES', 'Payment losses', '決済損失', null)) as n (code, en, ja, side)
where a.code = n.code;

insert into ledger.account (code, nature, name_en, name_ja)
values ('CASH', 'ASSET', 'Cash', '現金'),
       ('BANK', 'ASSET', 'Bank', '普通預金'),
       ('CLEARING', 'ASSET', 'On its way between accounts', '未達金'),
       ('SUSPENSE', 'LIABILITY', 'Suspense', '仮受金');

alter table ledger.account
    alter column name_en set not null,
    alter column name_ja set not null,
    add constraint has_names check (btrim(name_en) <> '' and btrim(name_ja) <> ''),
    add constraint income_has_a_side check ((side is not null) = (nature = 'INCOME'));
