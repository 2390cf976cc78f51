-- Cash that was taken at a counter lies in its tray until two people have counted it; what a card terminal took comes
-- later, less what its provider keeps. What is missing or too much in a tray is borne by Operations.
insert into ledger.account (code, nature, name_en, name_ja)
values ('TRAY', 'ASSET', 'Cash trays at counters', 'バザーの現金箱'),
       ('CARD_TERMINAL', 'ASSET', 'Card terminals, not paid out yet', 'カード端末（未入金）'),
       ('CASH_DIFFERENCES', 'EXPENSE', 'Cash differences', '現金過不足');

alter table ledger.entry
    drop constraint comes_from_a_fact,
    add constraint comes_from_a_fact check (source ~ '^(stripe|bank|cash|postal|tray|terminal|decision):.');

create or replace function bookkeeping.holder(source_kind text) returns text
    language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select case source_kind when 'stripe' then 'STRIPE_BALANCE' when 'bank' then 'BANK' when 'cash' then 'CASH'
                            when 'postal' then 'POSTAL' when 'tray' then 'TRAY' when 'terminal' then 'CARD_TERMINAL'
                            when 'decision' then 'STRIPE_BALANCE' end
$$;
