-- One statement per order or gift. Its price and its promise are fixed at the sale; what is funded follows the money.
-- Nothing is called bought before the purchase stands in the journal.
create table impact.statement (
    subject        uuid        primary key,
    price_id       uuid        not null,
    outcome        text        not null,
    fund           text        not null,
    price_yen      bigint      not null,
    price_units    bigint      not null,
    promised_at    timestamptz not null,
    promised_yen   bigint      not null check (promised_yen >= 0),
    promised_units bigint      not null check (promised_units >= 0),
    state          text        not null default 'COULD_FUND'
        check (state in ('COULD_FUND', 'FUNDS', 'BOUGHT', 'DELIVERED', 'FELL_SHORT')),
    funded_at      timestamptz,
    funded_yen     bigint      not null default 0 check (funded_yen >= 0),
    funded_units   bigint      not null default 0 check (funded_units >= 0),
    purchase       text        references ledger.entry (source),
    foreign key (price_id, outcome, price_yen, price_units) references impact.price (id, outcome, yen, units),
    foreign key (outcome, fund) references impact.outcome (code, fund),
    constraint promises_what_is_covered check (promised_units * price_yen <= promised_yen * price_units),
    constraint claims_what_is_covered check (funded_units * price_yen <= funded_yen * price_units),
    constraint funds_once_paid check ((state = 'COULD_FUND') = (funded_at is null)),
    constraint funds_nothing_unpaid check (funded_at is not null or funded_yen = 0),
    constraint bought_once_booked check ((state in ('COULD_FUND', 'FUNDS')) = (purchase is null))
);

create table impact.correction (
    id           bigint      generated always as identity primary key,
    subject      uuid        not null references impact.statement,
    corrected_at timestamptz not null,
    units_before bigint      not null check (units_before >= 0),
    units_after  bigint      not null check (units_after >= 0),
    check (units_before <> units_after)
);

create index correction_subject on impact.correction (subject, id);

grant select, insert on impact.statement, impact.correction to "${appRole}";
grant update (state, funded_at, funded_yen, funded_units) on impact.statement to "${appRole}";
