-- Where a gift goes once its fund has what it needs or is closed: only where its giver was told so before they gave.
alter table giving.pledge add column instead text references ledger.fund;

-- Which fund a payment under such a pledge went to. Whoever hears of the payment first decides, in the transaction that
-- makes something of it; whoever hears of it later finds that.
create table giving.destination (
    payment    uuid        primary key,
    pledge     uuid        not null references giving.pledge,
    fund       text        not null references ledger.fund,
    decided_at timestamptz not null
);

create index destination_pledge on giving.destination (pledge);

grant select, insert on giving.destination to "${appRole}";
