create schema if not exists funds;
grant usage on schema funds to "${appRole}";

-- What a disbursement bought: whole units of one outcome, for all that it spent.
create table funds.purchase (
    disbursement uuid        primary key references funds.disbursement,
    outcome      text        not null references impact.outcome,
    units        bigint      not null check (units > 0),
    yen          bigint      not null check (yen > 0),
    -- What of it has not come back.
    kept         bigint      not null check (kept between 0 and yen),
    bought_on    date        not null,
    -- The invoice that shows it.
    evidence     uuid        not null,
    noted_at     timestamptz not null,
    foreign key (disbursement, evidence) references funds.disbursement_evidence
);

create index purchase_outcome on funds.purchase (outcome, bought_on desc, disbursement desc);
create index purchase_by_time on funds.purchase (noted_at desc, disbursement desc);

create table funds.delivery (
    id           uuid        primary key,
    disbursement uuid        not null references funds.purchase,
    units        bigint      not null check (units > 0),
    arrived_on   date        not null,
    evidence     uuid        not null,
    noted_at     timestamptz not null,
    unique (disbursement, evidence),
    foreign key (disbursement, evidence) references funds.disbursement_evidence
);

-- What will not arrive, and what came instead; it counts once a second person has agreed. Why is one of a few words, so
-- that no person and no place can stand here.
create table funds.shortfall (
    id           uuid        primary key,
    disbursement uuid        not null references funds.purchase,
    units        bigint      not null check (units > 0),
    reason       text        not null check (reason in ('NOT_SUPPLIED', 'SPOILED', 'LOST', 'INSTEAD')),
    -- Another thing, in units of the same kind.
    instead      text        check (instead in ('OTHER_STAPLE', 'OTHER_FOOD', 'OTHER_CARE', 'OTHER_GOODS')),
    came         bigint      check (came > 0),
    proposed_at  timestamptz not null,
    decided_at   timestamptz,
    constraint substitution_names_both check (
        (reason = 'INSTEAD') = (instead is not null) and (instead is null) = (came is null))
);

create index shortfall_of_purchase on funds.shortfall (disbursement);

-- What of an order's or a gift's money is in a purchase: no more than is left of its payment.
create table funds.share (
    disbursement uuid   not null references funds.purchase,
    subject      uuid   not null references impact.statement,
    yen          bigint not null check (yen >= 0),
    primary key (disbursement, subject)
);

create index share_subject on funds.share (subject);

grant select, insert, update (kept) on funds.purchase to "${appRole}";
grant select, insert on funds.delivery to "${appRole}";
grant select, insert, update (decided_at) on funds.shortfall to "${appRole}";
grant select, insert, update (yen) on funds.share to "${appRole}";

-- A purchase as it stands. What was not supplied was not bought after all; what spoiled or was lost was.
create view funds.purchase_now as
select p.disbursement, p.outcome, p.units, p.yen, p.kept, p.bought_on, p.evidence, p.noted_at,
       cast(coalesce((select sum(s.units) from funds.shortfall s where s.disbursement = p.disbursement
           and s.decided_at is not null and s.reason = 'NOT_SUPPLIED'), 0) as bigint) as unbought,
       cast(coalesce((select sum(s.units) from funds.shortfall s where s.disbursement = p.disbursement
           and s.decided_at is not null and s.reason <> 'NOT_SUPPLIED'), 0) as bigint) as missing,
       cast(coalesce((select sum(d.units) from funds.delivery d
           where d.disbursement = p.disbursement), 0) as bigint) as delivered
from funds.purchase p;

grant select on funds.purchase_now to "${appRole}";

-- Nothing arrives, or fails to, that was not bought.
create function funds.check_purchase() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    perform from funds.purchase p where p.disbursement = new.disbursement for no key update;
    if exists (
        select from funds.purchase_now n
        where n.disbursement = new.disbursement and n.unbought + n.missing + n.delivered > n.units)
    then
        raise exception 'More of purchase % arrives or fails than was bought', new.disbursement
            using errcode = 'check_violation', constraint = 'arrives_as_bought';
    end if;
    return null;
end
$$;

create trigger delivery_was_bought after insert on funds.delivery
    for each row execute function funds.check_purchase();
create trigger shortfall_was_bought after insert or update on funds.shortfall
    for each row execute function funds.check_purchase();

-- The money of all orders and gifts in a purchase is no more than it cost, so what is said of them together is no more
-- than was bought.
create function funds.check_shares() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    wrong uuid;
begin
    select p.disbursement into wrong
    from funds.purchase p
    where p.disbursement in (select w.disbursement from written w)
      and p.kept < (select coalesce(sum(s.yen), 0) from funds.share s where s.disbursement = p.disbursement)
    limit 1;
    if wrong is not null then
        raise exception 'The money in purchase % is more than it cost', wrong
            using errcode = 'check_violation', constraint = 'shares_cost_no_more';
    end if;
    return null;
end
$$;

create trigger added_shares_cost_no_more after insert on funds.share
    referencing new table as written for each statement execute function funds.check_shares();
create trigger changed_shares_cost_no_more after update on funds.share
    referencing new table as written for each statement execute function funds.check_shares();

-- What is said to be bought, to arrive and to have arrived is covered by the shares, to the fraction of a unit.
create function funds.check_progress() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    stake     record;
    bought    numeric := 0;
    expected  numeric := 0;
    delivered numeric := 0;
    whole     numeric := 1;
begin
    -- Fractions are brought to one denominator, so that nothing is rounded.
    for stake in
        select s.yen, least_of.units, least_of.cost, n.units - n.unbought as now, n.missing, n.delivered
        from funds.share s
            join funds.purchase_now n on n.disbursement = s.disbursement
            join impact.statement t on t.subject = s.subject and t.outcome = n.outcome
            cross join lateral (
                select n.units as units, n.yen as cost
                where cast(n.units as numeric) * n.kept <= cast(n.units - n.unbought as numeric) * n.yen
                union all
                select n.units - n.unbought, n.kept
                where cast(n.units as numeric) * n.kept > cast(n.units - n.unbought as numeric) * n.yen) least_of
        where s.subject = new.subject and s.yen > 0 and n.units > n.unbought
    loop
        bought := bought * stake.cost * stake.now + stake.yen * stake.units * stake.now * whole;
        expected := expected * stake.cost * stake.now + stake.yen * stake.units * (stake.now - stake.missing) * whole;
        delivered := delivered * stake.cost * stake.now + stake.yen * stake.units * stake.delivered * whole;
        whole := whole * stake.cost * stake.now;
    end loop;
    if new.bought_units * whole > bought or new.expected_units * whole > expected
       or new.delivered_units * whole > delivered
    then
        raise exception 'Statement % says more than was bought with its money', new.subject
            using errcode = 'check_violation', constraint = 'says_what_was_bought';
    end if;
    return null;
end
$$;

create constraint trigger says_what_was_bought after insert or update on impact.progress
    deferrable initially deferred for each row execute function funds.check_progress();
