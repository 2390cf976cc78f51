-- Somebody at a browser was mailed a link and a code, to prove that they read the mails of an address. The address, the
-- link's token and the code lie in the vault, under the key of their day.
create table supporters.proof (
    id            uuid        primary key,
    purpose       text        not null,
    subject_id    uuid        not null references vault.subject,
    address_index bytea       not null,
    browser_hash  bytea       not null check (length(browser_hash) = 32),
    token_hash    bytea       not null unique check (length(token_hash) = 32),
    code_hash     bytea       not null check (length(code_hash) = 32),
    way_back      text        not null,
    asked_by      uuid        references supporters.supporter,
    begun_at      timestamptz not null,
    ends_at       timestamptz not null check (ends_at > begun_at),
    tries         integer     not null default 0 check (tries between 0 and 5),
    proved_at     timestamptz
);

create index proof_by_browser on supporters.proof (browser_hash, begun_at);
create index proof_by_end on supporters.proof (ends_at);
create index on supporters.proof (address_index);

grant select, insert, update (tries, proved_at), delete on supporters.proof to "${appRole}";

-- How often something was tried by somebody in a stretch of time. Who it was stands here as a keyed fingerprint only,
-- and the key changes each day.
create table supporters.tries (
    kind    text        not null,
    who     bytea       not null check (length(who) = 32),
    ends_at timestamptz not null,
    count   integer     not null check (count > 0),
    primary key (kind, who, ends_at)
);

create index tries_by_end on supporters.tries (ends_at);
create index on supporters.tries (who);

grant select, insert, update (count), delete on supporters.tries to "${appRole}";

-- A browser in which a supporter is signed in. Only that browser knows the token; its SHA-256 is here. Browser and
-- system are coarse words, enough to tell one's own devices apart.
create table supporters.session (
    id           uuid        primary key,
    supporter_id uuid        not null references supporters.supporter,
    token_hash   bytea       not null unique check (length(token_hash) = 32),
    browser      text        not null,
    system       text        not null,
    begun_at     timestamptz not null,
    seen_at      timestamptz not null check (seen_at >= begun_at),
    ends_at      timestamptz not null check (ends_at > begun_at)
);

create index session_by_supporter on supporters.session (supporter_id);
create index on supporters.session (ends_at);
create index on supporters.session (seen_at);

grant select, insert, update (seen_at), delete on supporters.session to "${appRole}";

-- A supporter wants to be reached by another mail address. The address before was told, and can revoke it: that address
-- and the link's token lie in the vault under a key of the change's own, destroyed when it can't be revoked any more.
create table supporters.address_change (
    id              uuid        primary key,
    supporter_id    uuid        not null references supporters.supporter,
    subject_id      uuid        not null references vault.subject,
    token_hash      bytea       not null unique check (length(token_hash) = 32),
    asked_at        timestamptz not null,
    revocable_until timestamptz not null,
    done_at         timestamptz,
    revoked_at      timestamptz,
    merger_id       uuid        references supporters.merger
);

create index address_change_by_supporter on supporters.address_change (supporter_id, asked_at);
create index on supporters.address_change (revocable_until);

grant select, insert, update (done_at, revoked_at, merger_id), delete on supporters.address_change to "${appRole}";
