-- A price, or an end, that somebody wishes for; it becomes a version under the same id.
create table funds.price_draft (
    id             uuid        primary key,
    outcome        text        not null references impact.outcome,
    yen            bigint      check (yen > 0),
    units          bigint      check (units > 0),
    valid_from     date        not null,
    evidence       text        not null check (evidence ~ '\S'),
    evidence_on    date,
    evidence_until date        check (evidence_until >= evidence_on),
    file           uuid,
    sha256         text        check (sha256 ~ '^[0-9a-f]{64}$'),
    drafted_at     timestamptz not null,
    constraint whole_price_or_end check (num_nulls(yen, units, evidence_on, evidence_until, file, sha256) in (0, 6))
);

grant select, insert on funds.price_draft to "${appRole}";
