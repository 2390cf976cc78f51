-- Who worked a cost sheet out, why, and on what it is based: a reference to a paper, no name.
alter table catalog.cost_sheet
    add column why catalog.words,
    add column evidence catalog.words,
    add column set_by text,
    add column set_at timestamptz,
    add constraint says_who_and_why check (
        (set_at is null and set_by is null and why is null and evidence is null)
        or (set_at is not null and set_by is not null and why is not null and evidence is not null)),
    add constraint begins_today_or_later check (
        set_at is null or valid_from >= (set_at at time zone 'Asia/Tokyo')::date);

-- A sheet ends where the next begins, and never before yesterday: what was said of a day stays.
create function catalog.end_cost_sheet() returns trigger language plpgsql as
$$
begin
    if new.valid_to is null or new.valid_to >= coalesce(old.valid_to, date 'infinity')
       or new.valid_to < (now() at time zone 'Asia/Tokyo')::date - 1 then
        raise exception 'Cost sheet % can only end earlier, and not in the past', old.id
            using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger end_cost_sheet before update on catalog.cost_sheet
    for each row execute function catalog.end_cost_sheet();

grant insert, update (valid_to) on catalog.cost_sheet to "${appRole}";
