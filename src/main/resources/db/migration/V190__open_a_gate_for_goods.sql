insert into guard.gate (name) values ('BUY');

-- How many of a piece an attempt keeps from others until it is paid or given up.
create table guard.holding (
    attempt  uuid    not null references guard.passage on delete cascade,
    piece    uuid    not null,
    quantity integer not null check (quantity > 0),
    primary key (attempt, piece)
);

grant select, insert, delete on guard.holding to ${appRole};
