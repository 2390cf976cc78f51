-- How much a fund still needs, from a day to come on, and where gifts for it go once it has that or is closed. Two people
-- decide and say why. In force is the version whose first day has come last; of two for the same day the later decision
-- counts. An end is a version without target that closes nothing: gifts go to the fund again, however much it has.
create table impact.fund_target (
    id             uuid        primary key,
    fund           text        not null references ledger.fund check (fund not in ('GENERAL', 'OPERATIONS')),
    effective_from date        not null,
    target         bigint      check (target > 0),
    -- What came to the fund from this day on counts.
    counts_from    date,
    closed         boolean     not null,
    instead        text        references ledger.fund,
    reason_en      text        not null check (reason_en ~ '\S'),
    reason_ja      text        not null check (reason_ja ~ '\S'),
    decided_at     timestamptz not null,
    constraint begins_on_a_day_to_come check (effective_from > (decided_at at time zone 'Asia/Tokyo')::date),
    constraint counts_with_a_target check ((target is null) = (counts_from is null)),
    constraint says_where_gifts_go check ((target is null and not closed) = (instead is null)),
    constraint goes_elsewhere check (instead <> fund)
);

grant select, insert on impact.fund_target to "${appRole}";

-- The same while a second person has not decided.
create table funds.target_draft (
    id             uuid        primary key,
    fund           text        not null references ledger.fund,
    effective_from date        not null,
    target         bigint,
    counts_from    date,
    closed         boolean     not null,
    instead        text        references ledger.fund,
    reason_en      text        not null,
    reason_ja      text        not null,
    drafted_at     timestamptz not null
);

grant select, insert on funds.target_draft to "${appRole}";
