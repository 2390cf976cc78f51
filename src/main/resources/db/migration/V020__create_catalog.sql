create schema catalog;
grant usage on schema catalog to ${appRole};

-- Validity dates of one thing must not overlap; the exclusion constraints that say so need this.
create extension if not exists btree_gist with schema public;

create domain catalog.words as text check (btrim(value) <> '');

create table catalog.product (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    place integer not null,
    name_en catalog.words not null,
    name_ja catalog.words not null,
    story_en catalog.words not null,
    story_ja catalog.words not null,
    size_en catalog.words not null,
    size_ja catalog.words not null,
    material_en catalog.words not null,
    material_ja catalog.words not null,
    care_en catalog.words not null,
    care_ja catalog.words not null,
    motif text not null check (motif ~ '^[a-z-]+$'),
    silhouette text not null check (silhouette ~ '^[a-z-]+$')
);

create table catalog.variant (
    id uuid primary key,
    product_id uuid not null references catalog.product,
    sku text not null unique check (sku ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$'),
    place integer not null,
    colour text not null check (colour ~ '^[a-z-]+$'),
    colour_name_en catalog.words not null,
    colour_name_ja catalog.words not null,
    -- whole yen with consumption tax inside (総額表示)
    price bigint not null check (price > 0),
    tax_percent integer not null check (tax_percent in (8, 10)),
    grams integer not null check (grams > 0),
    -- null: kept in stock; else made to order within so many days
    lead_days integer check (lead_days > 0),
    on_sale boolean not null default true,
    unique (product_id, colour)
);

grant select on catalog.product, catalog.variant to ${appRole};
