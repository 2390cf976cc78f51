create schema if not exists funds;
grant usage on schema funds to "${appRole}";

-- What somebody wishes, until a second person has decided on it. Words in both languages, of which everybody reads.
create table funds.policy_draft (
    id             uuid        primary key,
    effective_from date        not null,
    reason_en      text        not null check (reason_en ~ '\S'),
    reason_ja      text        not null check (reason_ja ~ '\S'),
    drafted_at     timestamptz not null,
    -- What it became.
    version        integer     unique references impact.allocation_policy
);

create table funds.policy_draft_share (
    draft  uuid    not null references funds.policy_draft,
    stream text    not null check (stream in ('PROFIT', 'GIFT')),
    fund   text    not null references ledger.fund,
    parts  integer not null check (parts between 1 and 10000),
    primary key (draft, stream, fund)
);

create table funds.policy_withdrawal (
    id         uuid        primary key,
    version    integer     not null references impact.allocation_policy,
    reason_en  text        not null check (reason_en ~ '\S'),
    reason_ja  text        not null check (reason_ja ~ '\S'),
    drafted_at timestamptz not null
);

grant select, insert, update (version) on funds.policy_draft to "${appRole}";
grant select, insert on funds.policy_draft_share, funds.policy_withdrawal to "${appRole}";
