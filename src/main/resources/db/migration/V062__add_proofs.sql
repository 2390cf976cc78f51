-- Somebody at a browser was mailed a link and a code, to prove that they read the mails of an address. The address, the
-- link's token and the code lie in the vault under a key of the proof's own, which is destroyed when the proof is over.
create table supporters.proof (
    id uuid primary key,
    purpose text not null,
    subject_id uuid not null references vault.subject,
    address_index bytea not null,
    browser_hash bytea not null check (length(browser_hash) = 32),
    token_hash bytea not null unique check (length(token_hash) = 32),
    code_hash bytea not null check (length(code_hash) = 32),
    way_back text not null,
    asked_by uuid references supporters.supporter,
    begun_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > begun_at),
    tries integer not null default 0 check (tries between 0 and 5),
    proved_at timestamptz
);
create index proof_by_browser on supporters.proof (browser_hash, begun_at);
create index proof_by_end on supporters.proof (ends_at);

grant select, insert, delete on supporters.proof to "${appRole}";
grant update (tries, proved_at) on supporters.proof to "${appRole}";
