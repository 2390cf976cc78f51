-- What people ask of us under the privacy law otherwise than on their own page, with the days that we have for it. Who
-- asks does not stand here: staff look for them by what they have before them.
create table supporters.request (
    id          uuid        primary key,
    -- By which staff and the person call it.
    reference   text        not null unique,
    kind        text        not null check (kind in ('SHOW', 'CORRECT', 'STOP', 'ERASE')),
    way         text        not null check (way in ('PHONE', 'LETTER', 'MAIL', 'IN_PERSON')),
    received_on date        not null,
    due_on      date        not null check (due_on >= received_on),
    noted_at    timestamptz not null,
    outcome     text        check (outcome in ('DONE', 'REFUSED', 'WITHDRAWN')),
    answered_on date        check (answered_on >= received_on),
    check ((outcome is null) = (answered_on is null))
);

create index request_by_day on supporters.request (received_on, id);
create index request_open on supporters.request (due_on) where outcome is null;

grant select, insert, update (outcome, answered_on) on supporters.request to "${appRole}";
