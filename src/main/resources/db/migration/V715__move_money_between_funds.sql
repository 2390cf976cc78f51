-- Money that is to move, or has moved, between funds. Why is one of some grounds: words could name somebody.
create table funds.transfer (
    id        uuid        primary key,
    number    bigint      not null unique generated always as identity,
    from_fund text        not null references ledger.fund,
    to_fund   text        not null references ledger.fund,
    yen       bigint      not null check (yen > 0),
    ground    text        not null check (ground in ('GIVER_AGREED', 'PURPOSE_REACHED', 'PURPOSE_IMPOSSIBLE',
                                                     'GENERAL_NAMED', 'CORRECTION')),
    document  uuid,
    sha256    text        check (sha256 ~ '^[0-9a-f]{64}$'),
    asked_at  timestamptz not null,
    moved_at  timestamptz,
    approval  uuid,
    constraint to_another check (from_fund <> to_fund),
    constraint document_has_hash check ((document is null) = (sha256 is null)),
    constraint moved_when_signed check ((moved_at is null) = (approval is null))
);

grant select, insert, update (moved_at, approval) on funds.transfer to "${appRole}";

-- What was given for a purpose leaves it with a document only.
create function funds.transfer_has_document() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if new.document is null
       and exists (select from ledger.fund f where f.code = new.from_fund and f.restriction = 'PURPOSE')
    then
        raise exception 'money of % moves with a document only', new.from_fund using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger has_document before insert on funds.transfer
    for each row execute function funds.transfer_has_document();
