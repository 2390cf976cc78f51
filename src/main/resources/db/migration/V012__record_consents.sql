-- What a supporter agreed to, in the words that were shown. Never changed: a withdrawal is another row.
create table supporters.consent (
    id bigint generated always as identity primary key,
    supporter_id uuid not null references supporters.supporter,
    kind text not null,
    version text not null,
    wording text not null,
    given_at timestamptz not null
);
create index consent_by_supporter on supporters.consent (supporter_id, kind, given_at);

grant select, insert on supporters.consent to "${appRole}";
