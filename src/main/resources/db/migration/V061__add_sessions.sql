-- A browser in which a supporter is signed in. Only that browser knows the token; its SHA-256 is here. Browser and
-- system are coarse words, enough to tell one's own devices apart.
create table supporters.session (
    id uuid primary key,
    supporter_id uuid not null references supporters.supporter,
    token_hash bytea not null unique check (length(token_hash) = 32),
    browser text not null,
    system text not null,
    begun_at timestamptz not null,
    seen_at timestamptz not null check (seen_at >= begun_at),
    ends_at timestamptz not null check (ends_at > begun_at)
);
create index session_by_supporter on supporters.session (supporter_id);

grant select, insert, delete on supporters.session to "${appRole}";
grant update (seen_at) on supporters.session to "${appRole}";
