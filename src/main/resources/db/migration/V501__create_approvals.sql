create schema approvals;
grant usage on schema approvals to "${appRole}";

-- What one person of the staff proposed and another decides on. The content is what would be done, in bytes that
-- mean one thing only; who approves signs it by passkey.
create table approvals.approval (
    id           uuid        primary key,
    number       bigint      generated always as identity unique,
    kind         text        not null check (kind ~ '^[a-z]+([.-][a-z]+)*$'),
    subject      uuid        not null,
    title_en     text        not null,
    title_ja     text        not null,
    content      bytea       not null,
    content_hash bytea       not null check (content_hash = sha256(content)),
    proposer     uuid        not null references staff.account,
    reason       text        not null check (reason ~ '\S'),
    proposed_at  timestamptz not null,
    ends_at      timestamptz not null check (ends_at > proposed_at),
    state        text        not null default 'WAITING'
                 check (state in ('WAITING', 'APPROVED', 'REFUSED', 'STALE', 'WITHDRAWN')),
    decided_at   timestamptz check ((decided_at is null) = (state = 'WAITING')),
    approver     uuid        check ((approver is not null) = (state = 'APPROVED')),
    refuser      uuid        references staff.account check ((refuser is not null) = (state = 'REFUSED')),
    refusal      text        check ((refusal is not null) = (state = 'REFUSED')) check (refusal ~ '\S'),
    constraint approver_is_somebody_else check (approver <> proposer),
    constraint refuser_is_somebody_else check (refuser <> proposer)
);

create unique index approval_waiting on approvals.approval (kind, subject) where state = 'WAITING';
create index approval_undecided on approvals.approval (number) where state = 'WAITING';
create index approval_decided on approvals.approval (number) where state <> 'WAITING';
create index approval_by_proposer on approvals.approval (proposer, number);

grant select, insert, update (state, decided_at, approver, refuser, refusal) on approvals.approval to "${appRole}";

create function approvals.keep_decisions() returns trigger language plpgsql as $$
begin
    if old.state <> 'WAITING' then
        raise 'Approval % is decided', old.id;
    end if;
    return new;
end $$;

create trigger decided_stays before update on approvals.approval
    for each row execute function approvals.keep_decisions();

-- What a passkey is asked to sign, for minutes: SHA-256 of content, the approval's id, the nonce and the end in seconds
-- since 1970 (eight bytes). Taken away by the one answer that is looked at.
create table approvals.challenge (
    challenge   bytea       primary key check (length(challenge) = 32),
    approval_id uuid        not null references approvals.approval,
    approver    uuid        not null references staff.account,
    nonce       bytea       not null check (length(nonce) = 32),
    ends_at     timestamptz not null
);

create index challenge_by_end on approvals.challenge (ends_at);

grant select, insert, delete on approvals.challenge to "${appRole}";

-- How an approval was signed, with all that anybody needs to check it: the passkey's public key as its authenticator told
-- it (WebAuthn 6.5.2), and what the authenticator signed (7.2).
create table approvals.signature (
    approval_id        uuid        primary key references approvals.approval,
    approver           uuid        not null references staff.account,
    challenge          bytea       not null unique check (length(challenge) = 32),
    nonce              bytea       not null check (length(nonce) = 32),
    challenge_ends_at  timestamptz not null,
    passkey            bytea       not null,
    authenticator_data bytea       not null,
    client_data        bytea       not null,
    signature          bytea       not null,
    signed_at          timestamptz not null check (signed_at < challenge_ends_at),
    unique (approval_id, approver)
);

grant select, insert on approvals.signature to "${appRole}";

alter table approvals.approval
    add constraint approver_signed foreign key (id, approver) references approvals.signature (approval_id, approver);

create function approvals.check_signature() returns trigger language plpgsql as $$
begin
    if new.challenge is distinct from (
            select sha256(content || uuid_send(id) || new.nonce
                          || int8send(extract(epoch from new.challenge_ends_at)::bigint))
            from approvals.approval where id = new.approval_id) then
        raise 'This is not the challenge of approval %', new.approval_id;
    end if;
    return new;
end $$;

create trigger signs_the_content before insert on approvals.signature
    for each row execute function approvals.check_signature();
