create schema catalog;
grant usage on schema catalog to "${appRole}";

create domain catalog.words as text check (btrim(value) <> '');

create table catalog.product (
    id          uuid          primary key,
    slug        text          not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    place       integer       not null,
    name_en     catalog.words not null,
    name_ja     catalog.words not null,
    story_en    catalog.words not null,
    story_ja    catalog.words not null,
    size_en     catalog.words not null,
    size_ja     catalog.words not null,
    material_en catalog.words not null,
    material_ja catalog.words not null,
    care_en     catalog.words not null,
    care_ja     catalog.words not null,
    motif       text          not null check (motif ~ '^[a-z-]+$'),
    silhouette  text          not null check (silhouette ~ '^[a-z-]+$'),
    textile     boolean       not null default false,
    -- What is sold as a textile shows what its label must (家庭用品品質表示法): the fibres with their shares, the care, and
    -- who is responsible in Japan.
    constraint textile_says_its_fibres check (
        not textile or (material_en ~ '[0-9] ?%' and material_ja ~ '[0-9] ?%'))
);

create table catalog.variant (
    id             uuid          primary key,
    product_id     uuid          not null references catalog.product,
    sku            text          not null unique check (sku ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$'),
    place          integer       not null,
    colour         text          not null check (colour ~ '^[a-z-]+$'),
    colour_name_en catalog.words not null,
    colour_name_ja catalog.words not null,
    -- Whole yen with consumption tax inside (総額表示).
    price          bigint        not null check (price > 0),
    tax_percent    integer       not null check (tax_percent in (8, 10)),
    grams          integer       not null check (grams > 0),
    -- Null: kept in stock; else made to order within so many days.
    lead_days      integer       check (lead_days > 0),
    on_sale        boolean       not null default true,
    unique (product_id, colour)
);

-- What one piece costs the organisation, in whole yen. A sheet holds from its first to its last day, both included;
-- without an end it holds until further notice. Where none holds, nothing may be claimed about the profit.
create table catalog.cost_sheet (
    id         uuid   primary key,
    variant_id uuid   not null references catalog.variant,
    materials  bigint not null check (materials >= 0),
    making     bigint not null check (making >= 0),
    packaging  bigint not null check (packaging >= 0),
    valid_from date   not null,
    valid_to   date   check (valid_to >= valid_from),
    exclude using gist (variant_id with =, daterange(valid_from, valid_to, '[]') with &&)
);

grant select on catalog.product, catalog.variant, catalog.cost_sheet to "${appRole}";

-- Every node keeps the shelf in memory and reads it anew when it hears this.
create function catalog.announce() returns trigger language plpgsql as
$$
begin
    perform pg_notify('zabuton', 'catalog');
    return null;
end
$$;

create trigger announce after insert or update or delete or truncate on catalog.product
    execute function catalog.announce();
create trigger announce after insert or update or delete or truncate on catalog.variant
    execute function catalog.announce();
create trigger announce after insert or update or delete or truncate on catalog.cost_sheet
    execute function catalog.announce();
