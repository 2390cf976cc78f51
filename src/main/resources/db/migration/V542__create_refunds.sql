-- What staff decide to give back of an order: of which lines, of shipping and of the gift, what on top, and why. The id is
-- that of the refund, made of the order and the form, so that a form that is sent twice is one refund.
create schema refunds;
grant usage on schema refunds to "${appRole}";

create table refunds.decision (
    id         uuid        primary key,
    order_id   uuid        not null,
    payment    uuid        not null,
    reason     text        not null check (reason ~ '^[A-Z_]{1,40}$'),
    -- In few words, and never about a person: it is kept as long as the books.
    note       text        not null check (char_length(note) <= 120),
    goods      bigint      not null check (goods >= 0),
    shipping   bigint      not null check (shipping >= 0),
    gift       bigint      not null check (gift >= 0),
    -- From the organisation's own means, on top of what was paid for.
    goodwill   bigint      not null check (goodwill >= 0),
    -- What an earlier refund did not bring, and what goes along with this one.
    held       bigint      not null check (held >= 0),
    amount     bigint      not null check (amount > 0),
    decided_at timestamptz not null,
    decided_by text        not null check (decided_by <> ''),
    constraint amount_adds_up check (amount = goods + shipping + gift + goodwill + held)
);

create index decision_order on refunds.decision (order_id, decided_at);

create table refunds.line (
    decision   uuid   not null references refunds.decision,
    variant    uuid   not null,
    quantity   int    not null check (quantity > 0),
    unit_price bigint not null check (unit_price > 0),
    fate       text   not null,
    primary key (decision, variant)
);

grant select, insert on refunds.decision, refunds.line to "${appRole}";
