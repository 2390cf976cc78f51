package org.lfnkr.zabuton.catalog.goods;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.web.FormReader;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What staff write of a product. */
final class GoodsForm {

    private static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final int LINE = 120;
    private static final int STORY = 2_000;

    private GoodsForm() {}

    /** A new one, whose address is typed as well. */
    static Goods fresh(FormReader reader) {
        return read(reader, UUID.randomUUID(), reader.code("slug", SLUG, "catalog.wrong.slug"));
    }

    static Goods changed(FormReader reader, Goods before) {
        return read(reader, before.id(), before.slug());
    }

    private static Goods read(FormReader reader, UUID id, String slug) {
        return new Goods(
                id,
                slug,
                reader.number("place", 0, 9_999),
                new Goods.Texts(
                        reader.words("name", LINE),
                        reader.words("story", STORY),
                        reader.words("size", LINE),
                        reader.words("material", STORY),
                        reader.words("care", STORY)),
                reader.ticked("textile"),
                reader.choice("motif", Drawings.MOTIFS),
                reader.choice("silhouette", Drawings.SILHOUETTES));
    }

    /**
     * Whether a textile says its fibres with their shares in both languages, as its label must
     * (家庭用品品質表示法); the database asks the same.
     */
    static boolean saysItsFibres(Goods goods) {
        return !goods.textile()
                || (hasShare(goods.texts().material().en())
                        && hasShare(goods.texts().material().ja()));
    }

    private static boolean hasShare(String material) {
        return material.matches("(?s).*[0-9] ?%.*");
    }

    /** As the form shows it. */
    static Map<String, String> values(Goods goods) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("place", "" + goods.place());
        put(values, "name", goods.texts().name());
        put(values, "story", goods.texts().story());
        put(values, "size", goods.texts().size());
        put(values, "material", goods.texts().material());
        put(values, "care", goods.texts().care());
        values.put("textile", goods.textile() ? "yes" : "");
        values.put("motif", goods.motif());
        values.put("silhouette", goods.silhouette());
        return values;
    }

    private static void put(Map<String, String> values, String field, Bilingual words) {
        values.put(field + "En", words.en());
        values.put(field + "Ja", words.ja());
    }
}
