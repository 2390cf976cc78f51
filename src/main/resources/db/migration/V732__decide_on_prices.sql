-- An end is a version too: from its first day on nothing is claimed, until another price begins. In force is the version
-- whose first day has come last; of two for the same day, the one that was decided later. What two people decided is
-- backed by a file in the vault, of which only its id and its hash stand here.
alter table impact.price
    drop constraint one_price_a_day,
    alter column yen drop not null,
    alter column units drop not null,
    alter column evidence_on drop not null,
    alter column evidence_until drop not null,
    add column decided_at timestamptz,
    add column file       uuid,
    add column sha256     text check (sha256 ~ '^[0-9a-f]{64}$'),
    add constraint whole_price_or_end check (num_nulls(yen, units, evidence_on, evidence_until) in (0, 4)),
    add constraint decided_upon_a_file check (decided_at is null or yen is null or num_nulls(file, sha256) = 0),
    add constraint evidence_covers_the_first_day
        check (decided_at is null or valid_from between evidence_on and evidence_until),
    -- An end may begin on the day on which it is decided; a price waits for the next.
    add constraint changes_nothing_before check (
        valid_from + (case when yen is null then 1 else 0 end) > (decided_at at time zone 'Asia/Tokyo')::date);

create index on impact.price (outcome, valid_from);

grant insert on impact.price to "${appRole}";
