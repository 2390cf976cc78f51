package org.lfnkr.zabuton.counter.box;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.counter.Noting;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;

/**
 * What became of one kind of piece that was taken along.
 *
 * @param taken in all
 * @param sold without what was undone
 * @param brought back onto the shelf
 * @param lost with a ground
 */
public record BoxPiece(
        VariantId variant,
        String sku,
        Bilingual name,
        Bilingual colour,
        int taken,
        int sold,
        int brought,
        int lost) {

    static BoxPiece of(Readable row) {
        return new BoxPiece(
                new VariantId(Row.uuid(row, "variant")),
                Row.text(row, "sku"),
                new Bilingual(Row.text(row, "name_en"), Row.text(row, "name_ja")),
                new Bilingual(Row.text(row, "colour_name_en"), Row.text(row, "colour_name_ja")),
                Row.number(row, "taken"),
                Row.number(row, "sold"),
                Row.number(row, "brought"),
                Row.number(row, "lost"));
    }

    /** What should be in the box. */
    public int left() {
        return taken - sold - brought - lost;
    }

    /** Refuses more than that. */
    public Noting.TooMany tooMany() {
        return tooMany(left());
    }

    Noting.TooMany tooMany(int there) {
        return new Noting.TooMany(sku, name, colour, there);
    }
}
