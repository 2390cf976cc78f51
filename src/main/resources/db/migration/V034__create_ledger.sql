create schema ledger;
grant usage on schema ledger to "${appRole}";

-- Funds and accounts are rows: a new one needs no new code. Money with a purpose is used for nothing else; only a fund
-- that may be overdrawn can spend more than it has, and then the organisation has to bring the rest.
create table ledger.fund (
    code        text    primary key,
    name_en     text    not null,
    name_ja     text    not null,
    restriction text    not null default 'PURPOSE' check (restriction in ('NONE', 'PURPOSE')),
    overdraws   boolean not null default false,
    constraint code_is_one check (code ~ '^[A-Z][A-Z0-9_]*$'),
    constraint has_names check (btrim(name_en) <> '' and btrim(name_ja) <> '')
);

insert into ledger.fund (code, name_en, name_ja, restriction, overdraws)
values ('GENERAL', 'Where it is needed most', 'いちばん必要なところ', 'NONE', false),
       ('FOOD', 'Food', '食料', 'PURPOSE', false),
       ('FOSTER_CHILDREN', 'All foster children together', '里子全員', 'PURPOSE', false),
       ('CLOTHING', 'Clothing', '衣類', 'PURPOSE', false),
       ('MEDICAL', 'Medical care', '医療', 'PURPOSE', false),
       ('SHELTER', 'Shelter', '住まい', 'PURPOSE', false),
       ('OPERATIONS', 'The organisation’s work', '団体の運営', 'NONE', true);

-- Income and expense belong to a fund, assets and debts to the organisation as a whole.
create table ledger.account (
    code    text    primary key,
    nature  text    not null check (nature in ('ASSET', 'LIABILITY', 'INCOME', 'EXPENSE')),
    of_fund boolean not null generated always as (nature in ('INCOME', 'EXPENSE')) stored,
    name_en text    not null,
    name_ja text    not null,
    -- On the side of sales or of gifts, which are told apart by law; the organisation's as a whole where it is neither.
    side    text    check (side in ('SALE', 'GIFT')),
    unique (code, of_fund),
    constraint code_is_one check (code ~ '^[A-Z][A-Z0-9_]*$'),
    constraint has_names check (btrim(name_en) <> '' and btrim(name_ja) <> ''),
    constraint income_has_a_side check ((side is not null) = (nature = 'INCOME'))
);

insert into ledger.account (code, nature, name_en, name_ja, side)
values ('STRIPE_BALANCE', 'ASSET', 'Balance at Stripe', 'Stripe残高', null),
       ('CONSUMPTION_TAX', 'LIABILITY', 'Consumption tax owed', '仮受消費税', null),
       ('SALES', 'INCOME', 'Sales of goods', '物品販売収入', 'SALE'),
       ('DONATIONS', 'INCOME', 'Gifts', '寄附金収入', 'GIFT'),
       ('PAYMENT_FEES', 'EXPENSE', 'Payment fees', '決済手数料', null),
       ('PAYMENT_LOSSES', 'EXPENSE', 'Payment losses', '決済損失', null),
       ('CASH', 'ASSET', 'Cash', '現金', null),
       ('BANK', 'ASSET', 'Bank', '普通預金', null),
       ('CLEARING', 'ASSET', 'On its way between accounts', '未達金', null),
       ('SUSPENSE', 'LIABILITY', 'Suspense', '仮受金', null);

grant select on ledger.fund, ledger.account to "${appRole}";

-- What happened on a day is booked on that day, or on the first day that is still open: a closed period never changes.
-- The first day counts for receipts and givers, by the Tokyo calendar; the second for the books, and the database sets
-- it. Append-only: what is wrong is put right by another entry.
create table ledger.entry (
    id          bigint  generated always as identity primary key,
    source      text    not null unique check (source <> ''),
    kind        text    not null check (kind <> ''),
    occurred_on date    not null,
    booked_on   date    not null,
    -- An entry states how many postings it has, so that nobody can add a balanced pair to it later.
    lines       integer not null check (lines >= 2),
    unique (id, booked_on),
    constraint booked_when_it_has_happened check (booked_on >= occurred_on),
    constraint comes_from_a_fact check (source ~ '^(stripe|bank|cash|decision):.')
);

-- Yen is the one book currency: debits above zero, credits below.
create table ledger.posting (
    entry_id  bigint  not null,
    line      integer not null check (line >= 1),
    account   text    not null,
    fund      text    references ledger.fund,
    of_fund   boolean not null generated always as (fund is not null) stored,
    yen       bigint  not null check (yen <> 0),
    booked_on date    not null,
    primary key (entry_id, line),
    foreign key (entry_id, booked_on) references ledger.entry (id, booked_on),
    foreign key (account, of_fund) references ledger.account (code, of_fund)
);

grant select on ledger.entry, ledger.posting to "${appRole}";

create table ledger.closed_period (
    last_day  date        primary key,
    closed_at timestamptz not null default now()
);

grant select on ledger.closed_period to "${appRole}";

create function ledger.first_open_day() returns date
    language sql stable set search_path = pg_catalog
as $$
    select coalesce(max(last_day) + 1, '-infinity') from ledger.closed_period;
$$;

-- What every entry has to be, whoever writes it.
create function ledger.check_entry() returns trigger language plpgsql as
$$
declare
    touched bigint := case tg_table_name when 'entry' then (to_jsonb(new) ->> 'id')::bigint
                                         else (to_jsonb(new) ->> 'entry_id')::bigint end;
    stated  ledger.entry;
    written integer;
    balance numeric;
begin
    select * into stated from ledger.entry where id = touched;
    select count(*), coalesce(sum(yen), 0) into written, balance from ledger.posting where entry_id = touched;
    if written <> stated.lines then
        raise exception 'Journal entry % has % postings, not %', touched, written, stated.lines
            using errcode = 'check_violation';
    end if;
    if balance <> 0 then
        raise exception 'Journal entry % is out of balance by % yen', touched, balance
            using errcode = 'check_violation';
    end if;
    if stated.booked_on < ledger.first_open_day() then
        raise exception 'Journal entry % is booked in a closed period', touched using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create constraint trigger entry_balances after insert on ledger.entry
    deferrable initially deferred for each row execute function ledger.check_entry();
create constraint trigger posting_balances after insert on ledger.posting
    deferrable initially deferred for each row execute function ledger.check_entry();
