create schema impact;
grant usage on schema impact to "${appRole}";

-- What money can do. Care is for all foster children together: no row stands for a child.
create table impact.outcome (
    code     text primary key,
    name_en  text not null check (name_en <> ''),
    name_ja  text not null check (name_ja <> ''),
    unit_key text not null check (unit_key <> ''),
    fund     text not null references ledger.fund,
    unique (code, fund)
);

insert into impact.outcome (code, name_en, name_ja, unit_key, fund)
values ('rice', 'rice', 'お米', 'kilogram', 'FOOD'),
       ('care', 'meals and schooling', '食事と学び', 'day', 'FOSTER_CHILDREN');

-- Days are inclusive. A claim needs a price of the day whose evidence is not out of date.
create table impact.price (
    id             uuid   primary key default gen_random_uuid(),
    outcome        text   not null references impact.outcome,
    yen            bigint not null check (yen > 0),
    units          bigint not null check (units > 0),
    valid_from     date   not null,
    valid_to       date,
    evidence       text   not null check (btrim(evidence) <> ''),
    evidence_on    date   not null,
    evidence_until date   not null,
    unique (id, outcome, yen, units),
    check (valid_to >= valid_from),
    check (evidence_until >= evidence_on),
    constraint one_price_a_day exclude using gist (outcome with =, daterange(valid_from, valid_to, '[]') with &&)
);

grant select on impact.outcome, impact.price to "${appRole}";
