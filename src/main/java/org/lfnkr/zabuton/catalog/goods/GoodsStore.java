package org.lfnkr.zabuton.catalog.goods;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Products, on sale or not. */
@Repository
class GoodsStore {

    private final DatabaseClient database;

    GoodsStore(DatabaseClient database) {
        this.database = database;
    }

    /** In the order of the shelf. */
    Flux<Listed> list() {
        return database.sql(
                        """
                        select p.id, p.slug, p.name_en, p.name_ja, count(v.id)::int as kinds,
                            count(v.id) filter (where v.on_sale)::int as on_sale
                        from catalog.product p left join catalog.variant v on v.product_id = p.id
                        group by p.id order by p.place, p.slug
                        """)
                .map(
                        row ->
                                new Listed(
                                        Row.uuid(row, "id"),
                                        Row.text(row, "slug"),
                                        words(row, "name"),
                                        Row.number(row, "kinds"),
                                        Row.number(row, "on_sale")))
                .all();
    }

    Mono<Goods> find(String slug) {
        return database.sql("select * from catalog.product where slug = :slug")
                .bind("slug", slug)
                .map(GoodsStore::goods)
                .one();
    }

    /** False where the address is taken. */
    Mono<Boolean> add(Goods goods) {
        return bind(
                        database.sql(
                                """
                                insert into catalog.product (id, slug, place, name_en, name_ja, story_en, story_ja,
                                    size_en, size_ja, material_en, material_ja, care_en, care_ja, motif,
                                    silhouette, textile)
                                values (:id, :slug, :place, :nameEn, :nameJa, :storyEn, :storyJa, :sizeEn, :sizeJa,
                                    :materialEn, :materialJa, :careEn, :careJa, :motif, :silhouette, :textile)
                                on conflict (slug) do nothing
                                """),
                        goods)
                .bind("id", goods.id())
                .bind("slug", goods.slug())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> change(Goods goods) {
        return bind(
                        database.sql(
                                """
                                update catalog.product set place = :place, name_en = :nameEn, name_ja = :nameJa,
                                    story_en = :storyEn, story_ja = :storyJa, size_en = :sizeEn, size_ja = :sizeJa,
                                    material_en = :materialEn, material_ja = :materialJa, care_en = :careEn,
                                    care_ja = :careJa, motif = :motif, silhouette = :silhouette, textile = :textile
                                where id = :id
                                """),
                        goods)
                .bind("id", goods.id())
                .then();
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec sql, Goods goods) {
        Goods.Texts texts = goods.texts();
        return sql.bind("place", goods.place())
                .bind("nameEn", texts.name().en())
                .bind("nameJa", texts.name().ja())
                .bind("storyEn", texts.story().en())
                .bind("storyJa", texts.story().ja())
                .bind("sizeEn", texts.size().en())
                .bind("sizeJa", texts.size().ja())
                .bind("materialEn", texts.material().en())
                .bind("materialJa", texts.material().ja())
                .bind("careEn", texts.care().en())
                .bind("careJa", texts.care().ja())
                .bind("motif", goods.motif())
                .bind("silhouette", goods.silhouette())
                .bind("textile", goods.textile());
    }

    private static Goods goods(Readable row) {
        return new Goods(
                Row.uuid(row, "id"),
                Row.text(row, "slug"),
                Row.number(row, "place"),
                new Goods.Texts(
                        words(row, "name"),
                        words(row, "story"),
                        words(row, "size"),
                        words(row, "material"),
                        words(row, "care")),
                Row.flag(row, "textile"),
                Row.text(row, "motif"),
                Row.text(row, "silhouette"));
    }

    private static Bilingual words(Readable row, String name) {
        return new Bilingual(Row.text(row, name + "_en"), Row.text(row, name + "_ja"));
    }
}
