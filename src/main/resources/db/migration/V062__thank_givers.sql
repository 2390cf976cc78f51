-- A name that a giver chose to be thanked by in public; the vault has the name itself. Another name is another row, so
-- that nobody approves what they have not read.
create table giving.public_name (
    id         uuid        primary key,
    supporter  uuid        not null,
    subject    uuid        not null,
    state      text        not null default 'WAITING' check (state in ('WAITING', 'APPROVED', 'DECLINED')),
    chosen_at  timestamptz not null,
    decided_at timestamptz,
    check ((state = 'WAITING') = (decided_at is null))
);

create index on giving.public_name (supporter);
create index on giving.public_name (state, chosen_at, id);

grant select, insert, update (state, decided_at), delete on giving.public_name to "${appRole}";

-- What a name is thanked for.
create table giving.thanked (
    name   uuid not null references giving.public_name on delete cascade,
    pledge uuid not null references giving.pledge,
    primary key (name, pledge)
);

create index on giving.thanked (pledge);

grant select, insert, delete on giving.thanked to "${appRole}";

-- Every node keeps the page of thanks in memory and reads it anew when it hears this.
create function giving.announce_thanks() returns trigger language plpgsql as
$$
begin
    perform pg_notify('zabuton', 'giving.thanks');
    return null;
end
$$;

create trigger announce_thanks after insert or update or delete on giving.public_name
    execute function giving.announce_thanks();
create trigger announce_thanks after insert or update of refunded, lost on giving.charge
    execute function giving.announce_thanks();
create trigger announce_thanks after update of started_at, ended_at on giving.plan
    execute function giving.announce_thanks();
