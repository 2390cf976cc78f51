-- Which approval was signed for it.
alter table funds.disbursement add column approval uuid;

-- What came back of a disbursement, or is expected back until a row of the bank's statement shows it. Of one that was
-- not paid, nothing has to arrive.
create table funds.disbursement_return (
    disbursement uuid        not null references funds.disbursement,
    no           int         not null check (no > 0),
    yen          bigint      not null check (yen > 0),
    why          text        not null check (why in ('CALLED_OFF', 'NOT_DELIVERED', 'CHEAPER', 'FAILED', 'WRONG')),
    decided_at   timestamptz not null,
    decided_by   text        not null check (decided_by <> ''),
    arrived_row  text        unique,
    arrived_on   date,
    primary key (disbursement, no),
    constraint arrived_by_row check ((arrived_row is null) = (arrived_on is null))
);

create index disbursement_return_expected on funds.disbursement_return (disbursement) where arrived_on is null;

-- Which sealed files show it.
create table funds.disbursement_evidence (
    disbursement uuid        not null references funds.disbursement,
    evidence     uuid        not null,
    kind         text        not null check (kind in ('INVOICE', 'DELIVERY')),
    sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    kept_at      timestamptz not null,
    primary key (disbursement, evidence)
);

grant select, insert, update (arrived_row, arrived_on) on funds.disbursement_return to "${appRole}";
grant select, insert on funds.disbursement_evidence to "${appRole}";

-- Whoever signs for a fund makes others wait until it is decided.
create function funds.hold_fund(of_fund text) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
    select from ledger.fund where code = of_fund for no key update
$$;

revoke all on function funds.hold_fund(text) from public;
grant execute on function funds.hold_fund(text) to "${appRole}";
