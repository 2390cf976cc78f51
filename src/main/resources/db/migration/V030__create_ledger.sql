create schema ledger;

create table ledger.fund (
    code text primary key
);

insert into ledger.fund (code)
values ('GENERAL'), ('FOOD'), ('FOSTER_CHILDREN'), ('CLOTHING'), ('MEDICAL'), ('SHELTER'), ('OPERATIONS');

-- Income and expense belong to a fund, assets and debts to the organisation as a whole.
create table ledger.account (
    code    text    primary key,
    nature  text    not null check (nature in ('ASSET', 'LIABILITY', 'INCOME', 'EXPENSE')),
    of_fund boolean not null generated always as (nature in ('INCOME', 'EXPENSE')) stored,
    unique (code, of_fund)
);

insert into ledger.account (code, nature)
values ('STRIPE_BALANCE', 'ASSET'),
       ('CONSUMPTION_TAX', 'LIABILITY'),
       ('SALES', 'INCOME'),
       ('DONATIONS', 'INCOME'),
       ('PAYMENT_FEES', 'EXPENSE'),
       ('PAYMENT_LOSSES', 'EXPENSE');

create table ledger.entry (
    id        bigint  generated always as identity primary key,
    source    text    not null unique check (source <> ''),
    kind      text    not null check (kind <> ''),
    booked_on date    not null,
    lines     integer not null check (lines >= 2)
);

-- Yen is the one book currency: debits above zero, credits below.
create table ledger.posting (
    entry_id bigint  not null references ledger.entry,
    line     integer not null check (line >= 1),
    account  text    not null,
    fund     text    references ledger.fund,
    of_fund  boolean not null generated always as (fund is not null) stored,
    yen      bigint  not null check (yen <> 0),
    primary key (entry_id, line),
    foreign key (account, of_fund) references ledger.account (code, of_fund)
);

create index posting_account on ledger.posting (account, fund);
