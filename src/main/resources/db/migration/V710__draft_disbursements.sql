create schema if not exists funds;
grant usage on schema funds to "${appRole}";

-- What is, or is to be, spent of a fund. Who is paid stands here as a kind only, and no place at all: currency and rate,
-- which would tell one, lie in the vault.
create table funds.disbursement (
    id           uuid        primary key,
    number       bigint      not null unique generated always as identity,
    revision     int         not null default 1,
    fund         text        not null references ledger.fund,
    payee        text        not null check (payee in ('SHOP', 'CLINIC', 'SCHOOL', 'HOUSING', 'TRANSPORT', 'PARTNER', 'OTHER')),
    purpose      text        not null check (purpose in ('FOOD', 'CARE', 'CLOTHING', 'MEDICINE', 'SCHOOLING', 'SHELTER',
                                                         'TRANSPORT', 'ADMINISTRATION')),
    outcome      text        references impact.outcome,
    units        bigint      check (units > 0),
    yen          bigint      not null check (yen > 0),
    fee          bigint      not null check (fee >= 0),
    way          text        not null check (way in ('HOME', 'SENT', 'CARRIED')),
    pay_on       date        not null,
    -- Under whose key in the vault the foreign sum lies; null where it is paid in yen.
    abroad       uuid,
    drafted_at   timestamptz not null,
    withdrawn_at timestamptz,
    approved_at  timestamptz,
    approved_on  date        generated always as ((approved_at at time zone 'Asia/Tokyo')::date) stored,
    -- The row of the bank's statement.
    paid_row     text        unique,
    paid_on      date,
    invoiced_at  timestamptz,
    delivered_at timestamptz,
    back         bigint      not null default 0 check (back between 0 and yen),
    state        text        not null generated always as (
        case when withdrawn_at is not null then 'WITHDRAWN'
             when approved_at is null then 'DRAFT'
             when back = yen then 'RETURNED'
             when paid_on is null then 'APPROVED'
             when invoiced_at is null or delivered_at is null then 'PAID'
             else 'EVIDENCED' end) stored,
    constraint outcome_in_units check ((outcome is null) = (units is null)),
    constraint withdrawn_as_draft check (withdrawn_at is null or approved_at is null),
    constraint paid_when_approved check ((paid_row is null) = (paid_on is null) and (paid_on is null or approved_at is not null)),
    constraint back_when_approved check (back = 0 or approved_at is not null)
);

create index disbursement_state on funds.disbursement (state, number);
create index disbursement_fund on funds.disbursement (fund, number);
create index disbursement_approved on funds.disbursement (approved_on, number) where approved_at is not null;

-- What was signed stays as it was signed.
create function funds.keep_signed() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if old.approved_at is not null
       and (new.approved_at, new.revision, new.fund, new.payee, new.purpose, new.outcome, new.units, new.yen, new.fee,
            new.way, new.pay_on, new.abroad)
           is distinct from
           (old.approved_at, old.revision, old.fund, old.payee, old.purpose, old.outcome, old.units, old.yen, old.fee,
            old.way, old.pay_on, old.abroad)
    then
        raise exception 'disbursement % was signed', old.id;
    end if;
    return new;
end
$$;

create trigger keep_signed before update on funds.disbursement for each row execute function funds.keep_signed();

grant select, insert, update on funds.disbursement to "${appRole}";
