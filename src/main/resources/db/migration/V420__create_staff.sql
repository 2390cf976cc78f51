create schema staff;
grant usage on schema staff to "${appRole}";

-- An account of somebody who works at the desk. Who it is stands in the vault; the mail address is found by its keyed
-- fingerprint. A closed account opens nothing any more, and its address may get another.
create table staff.account (
    id           uuid        primary key,
    subject_id   uuid        not null unique references vault.subject,
    mail_index   bytea       not null check (length(mail_index) = 32),
    index_key_id integer     not null,
    made_at      timestamptz not null,
    closed_at    timestamptz check (closed_at >= made_at)
);

create unique index account_by_mail on staff.account (mail_index) where closed_at is null;
create index on staff.account (index_key_id);

grant select, insert, update (closed_at) on staff.account to "${appRole}";

-- What somebody does. Nobody decides both on accounts and on money: of these two roles an account has one at most.
create table staff.role (
    account_id uuid not null references staff.account,
    role       text not null check (role in ('VIEWER', 'SHOP', 'FULFILMENT', 'FINANCE', 'APPROVER', 'EDITOR', 'ADMIN')),
    primary key (account_id, role)
);

create unique index admin_or_approver on staff.role (account_id) where role in ('ADMIN', 'APPROVER');
create index role_by_name on staff.role (role);

grant select, insert, delete on staff.role to "${appRole}";

-- A passkey: what its authenticator told of it, as WebAuthn lays it out (6.5.2), and how often it says to have signed.
create table staff.passkey (
    id           bytea       primary key check (length(id) between 1 and 1023),
    account_id   uuid        not null references staff.account,
    credential   bytea       not null,
    signed       bigint      not null check (signed >= 0),
    added_at     timestamptz not null,
    last_used_at timestamptz
);

create index passkey_by_account on staff.passkey (account_id);

grant select, insert, update (signed, last_used_at) on staff.passkey to "${appRole}";

-- A link by which a passkey is added, once. The link holds the token; its SHA-256 is here.
create table staff.invitation (
    token_hash bytea       primary key check (length(token_hash) = 32),
    account_id uuid        not null references staff.account,
    made_at    timestamptz not null,
    ends_at    timestamptz not null check (ends_at > made_at)
);

create index invitation_by_account on staff.invitation (account_id);
create index invitation_by_end on staff.invitation (ends_at);

grant select, insert, delete on staff.invitation to "${appRole}";

-- A browser in which somebody is signed in. Only that browser knows the token; its SHA-256 is here.
create table staff.session (
    id         uuid        primary key,
    account_id uuid        not null references staff.account,
    token_hash bytea       not null unique check (length(token_hash) = 32),
    browser    text        not null,
    system     text        not null,
    begun_at   timestamptz not null,
    seen_at    timestamptz not null check (seen_at >= begun_at),
    ends_at    timestamptz not null check (ends_at > begun_at)
);

create index session_by_account on staff.session (account_id);
create index session_by_end on staff.session (ends_at);

grant select, insert, delete, update (seen_at) on staff.session to "${appRole}";

-- Challenges that a passkey has answered, until they are too old to be taken anyhow: no answer is taken twice.
create table staff.answered (
    challenge bytea       primary key check (length(challenge) = 32),
    ends_at   timestamptz not null
);

create index answered_by_end on staff.answered (ends_at);

grant select, insert, delete on staff.answered to "${appRole}";
