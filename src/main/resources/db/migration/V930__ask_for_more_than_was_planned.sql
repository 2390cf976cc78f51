-- A purchase of far more than two people had planned, as somebody read it from the invoice: it counts for nothing until a
-- second person agrees.
create table funds.purchase_draft (
    id           uuid        primary key,
    disbursement uuid        not null references funds.disbursement,
    units        bigint      not null check (units > 0),
    bought_on    date        not null,
    evidence     uuid        not null,
    drafted_at   timestamptz not null,
    foreign key (disbursement, evidence) references funds.disbursement_evidence
);

grant select, insert on funds.purchase_draft to "${appRole}";
