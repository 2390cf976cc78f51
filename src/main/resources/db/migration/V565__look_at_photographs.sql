-- Nobody sees a picture before somebody else than who brought it has looked at it, and ticked each of four things. What
-- was there before is looked at again.
alter table catalog.photograph
    add column brought_by text not null default 'unknown',
    add column looked_by text,
    add column looked_at timestamptz,
    add column no_face boolean not null default false,
    add column no_text boolean not null default false,
    add column no_place boolean not null default false,
    add column nobody_known boolean not null default false,
    add column taken_down_by text,
    add column taken_down_at timestamptz;
update catalog.photograph set shown = false;
alter table catalog.photograph
    alter column brought_by drop default,
    add constraint looker_is_another check (looked_by <> brought_by),
    add constraint looked_at_some_time check ((looked_by is null) = (looked_at is null)),
    add constraint taken_down_at_some_time check ((taken_down_by is null) = (taken_down_at is null)),
    add constraint shown_after_a_second_look check (
        not shown or (looked_by is not null and no_face and no_text and no_place and nobody_known)),
    add constraint not_shown_once_taken_down check (not (shown and taken_down_at is not null));

revoke insert on catalog.photograph from "${appRole}";
grant insert (product_id, place, alt_en, alt_ja, jpeg, width, height, added_at, brought_by),
    update (shown, looked_by, looked_at, no_face, no_text, no_place, nobody_known, taken_down_by, taken_down_at)
    on catalog.photograph to "${appRole}";
