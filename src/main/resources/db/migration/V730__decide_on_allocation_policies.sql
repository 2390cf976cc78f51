-- Two people decide on a policy, from a day to come on, and say why. Until that day it can be withdrawn; what was or is
-- in force stays as it is.
alter table impact.allocation_policy
    drop constraint allocation_policy_effective_from_key,
    add column reason_en    text,
    add column reason_ja    text,
    add column decided_at   timestamptz,
    add column withdrawn_at timestamptz,
    add column withdrawn_en text,
    add column withdrawn_ja text,
    add constraint decided_for_a_reason check (reason_en ~ '\S' and reason_ja ~ '\S'),
    add constraint begins_on_a_day_to_come check (effective_from > (decided_at at time zone 'Asia/Tokyo')::date),
    add constraint withdrawn_before_it_began check (effective_from > (withdrawn_at at time zone 'Asia/Tokyo')::date),
    add constraint withdrawn_for_a_reason check (withdrawn_at is null or withdrawn_en ~ '\S' and withdrawn_ja ~ '\S');

update impact.allocation_policy
set reason_en = 'The rule with which the books of this shop began: everything goes to food.',
    reason_ja = 'このお店の帳簿を始めたときの決まりです。すべてを食料に充てます。'
where version = 1;

alter table impact.allocation_policy
    alter column reason_en set not null,
    alter column reason_ja set not null;

create unique index one_policy_a_day on impact.allocation_policy (effective_from) where withdrawn_at is null;

-- A withdrawal stays, too, and what has begun can't be withdrawn by telling another time.
create function impact.keep_policies() returns trigger language plpgsql as
$$
begin
    if old.withdrawn_at is not null or old.effective_from <= (now() at time zone 'Asia/Tokyo')::date then
        raise exception 'Allocation policy % stays as it is', old.version using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger policies_stay before update on impact.allocation_policy
    for each row execute function impact.keep_policies();

grant insert (version, effective_from, reason_en, reason_ja, decided_at),
      update (withdrawn_at, withdrawn_en, withdrawn_ja) on impact.allocation_policy to "${appRole}";
grant insert on impact.allocation_share to "${appRole}";
