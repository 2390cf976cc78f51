-- A supporter wants to be reached by another mail address. The address before was told, and can revoke it: that address
-- and the link's token lie in the vault under a key of the change's own, destroyed when it can't be revoked any more.
create table supporters.address_change (
    id uuid primary key,
    supporter_id uuid not null references supporters.supporter,
    subject_id uuid not null references vault.subject,
    token_hash bytea not null unique check (length(token_hash) = 32),
    asked_at timestamptz not null,
    revocable_until timestamptz not null,
    done_at timestamptz,
    revoked_at timestamptz,
    merger_id uuid references supporters.merger
);
create index address_change_by_supporter on supporters.address_change (supporter_id, asked_at);

grant select, insert, delete on supporters.address_change to "${appRole}";
grant update (done_at, revoked_at, merger_id) on supporters.address_change to "${appRole}";
