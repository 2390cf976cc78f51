-- What buyers ask to give back, and what became of it. They choose why from a list: no words of theirs are kept.
create schema returns;
grant usage on schema returns to "${appRole}";

create table returns.request (
    id        uuid        primary key,
    order_id  uuid        not null,
    -- Of the order, as people know it.
    reference text        not null,
    cause     text        not null check (cause in ('CHANGED_MIND', 'ARRIVED_DAMAGED', 'FAULTY', 'WRONG_PIECE')),
    state     text        not null check (state in ('ASKED', 'ACCEPTED', 'ARRIVED', 'CHECKED',
                                                    'REFUNDED', 'REFUSED', 'WITHDRAWN')),
    refusal   text        check (refusal ~ '^[A-Z_]{1,40}$'),
    asked_at  timestamptz not null,
    moved_at  timestamptz not null check (moved_at >= asked_at),
    constraint refused_for_a_reason check ((state = 'REFUSED') = (refusal is not null))
);

-- One at a time waits for an answer, however often a form is sent.
create unique index request_unanswered on returns.request (order_id) where state = 'ASKED';
create index request_order on returns.request (order_id, asked_at, id);
create index request_open on returns.request (asked_at, id) where state in ('ASKED', 'ACCEPTED', 'ARRIVED', 'CHECKED');
create index request_ended on returns.request (moved_at, id) where state in ('REFUNDED', 'REFUSED', 'WITHDRAWN');

grant select, insert, update (state, refusal, moved_at) on returns.request to "${appRole}";

create table returns.line (
    request  uuid not null references returns.request,
    variant  uuid not null,
    quantity int  not null check (quantity > 0),
    -- What came of it, as somebody found it who has looked; and for how much of that the money went back.
    as_new   int  not null default 0 check (as_new >= 0),
    damaged  int  not null default 0 check (damaged >= 0),
    refunded int  not null default 0 check (refunded between 0 and as_new + damaged),
    primary key (request, variant),
    constraint no_more_came_than_was_asked_for check (as_new + damaged <= quantity)
);

grant select, insert, update (as_new, damaged, refunded) on returns.line to "${appRole}";
