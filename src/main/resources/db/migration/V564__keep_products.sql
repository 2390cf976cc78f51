-- What staff may write. What addresses, labels and orders call a product or variant is never changed.
grant insert, update (place, name_en, name_ja, story_en, story_ja, size_en, size_ja, material_en, material_ja,
    care_en, care_ja, motif, silhouette, textile) on catalog.product to "${appRole}";
grant insert, update (place, colour_name_en, colour_name_ja, grams, lead_days, on_sale)
    on catalog.variant to "${appRole}";
