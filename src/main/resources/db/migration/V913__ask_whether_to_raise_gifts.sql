-- When a published price rises, givers of a regular gift may be asked whether to raise it, once a year at most, whatever they
-- answer. What was asked and answered stays.
create table giving.raise_question (
    id          uuid        primary key,
    plan        uuid        not null references giving.plan,
    -- Under which the gift was charged then. Under another, the question is over.
    pledge      uuid        not null references giving.pledge,
    supporter   uuid        not null references supporters.supporter,
    -- Of the Tokyo calendar; two plans of one giver that are looked at at once are not asked about twice.
    year        integer     not null,
    price_was   uuid        not null references impact.price,
    price       uuid        not null references impact.price,
    gift        bigint      not null check (gift > 0),
    suggested   bigint      not null,
    asked_at    timestamptz not null,
    answer      text        check (answer in ('RAISED', 'KEPT')),
    answered_at timestamptz,
    constraint asks_for_more check (suggested > gift),
    constraint answered_once check ((answer is null) = (answered_at is null)),
    unique (supporter, year)
);

create index raise_question_year on giving.raise_question (year);
create index raise_question_plan on giving.raise_question (plan);

-- Who wants never to be asked that.
create table giving.raise_quiet (
    supporter uuid        primary key references supporters.supporter,
    since     timestamptz not null
);

grant select, insert, update (answer, answered_at) on giving.raise_question to "${appRole}";
grant select, insert, delete on giving.raise_quiet to "${appRole}";
