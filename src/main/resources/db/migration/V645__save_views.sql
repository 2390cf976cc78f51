-- A list with its filters, as somebody wants to see it again: its address behind the language, under a name of theirs.
create table staff.saved_view (
    id         uuid        primary key,
    account_id uuid        not null references staff.account,
    name       text        not null check (btrim(name) <> '' and length(name) <= 60),
    path       text        not null check (path ~ '^/desk/[a-z/-]+$'),
    query      text        not null check (query ~ '^\?' and length(query) <= 500),
    saved_at   timestamptz not null,
    unique (account_id, name)
);

grant select, insert, delete, update (path, query, saved_at) on staff.saved_view to "${appRole}";
