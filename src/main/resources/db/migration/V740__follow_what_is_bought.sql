-- A statement's own state ends with the money: promised, or there. What was bought and delivered with that money follows
-- from purchases and deliveries of every size, some of it today and some next month, and stands beside it in figures.
alter table impact.statement
    drop constraint bought_once_booked,
    drop constraint statement_state_check,
    drop column purchase,
    add constraint statement_state_check check (state in ('COULD_FUND', 'FUNDS'));

create table impact.progress (
    subject         uuid        primary key references impact.statement,
    bought_units    bigint      not null,
    -- Of what was bought, what has arrived or may still arrive.
    expected_units  bigint      not null,
    delivered_units bigint      not null,
    spent_yen       bigint      not null check (spent_yen >= 0),
    followed_at     timestamptz not null,
    constraint arrives_once_bought check (
        0 <= delivered_units and delivered_units <= expected_units and expected_units <= bought_units)
);

-- Which figure is put right, and why.
alter table impact.correction
    add column step text not null default 'FUNDED' check (step in ('FUNDED', 'BOUGHT', 'EXPECTED', 'DELIVERED')),
    add column cause text not null default 'MONEY'
        check (cause in ('STEP', 'MONEY', 'RETURN', 'NOT_SUPPLIED', 'SPOILED', 'LOST', 'INSTEAD'));

grant select, insert on impact.progress to "${appRole}";
grant update (bought_units, expected_units, delivered_units, spent_yen, followed_at) on impact.progress to "${appRole}";
