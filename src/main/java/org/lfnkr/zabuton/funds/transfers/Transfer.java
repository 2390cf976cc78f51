package org.lfnkr.zabuton.funds.transfers;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;

import java.time.Instant;
import java.util.UUID;

/**
 * Money that is to move, or has moved, from one fund to another.
 *
 * @param number by which people call it
 * @param document sealed evidence of the ground; null where none is needed
 * @param sha256 of the document, in hexadecimal digits; empty where there is none
 * @param movedAt when a second person signed it; null before
 */
record Transfer(
        UUID id,
        long number,
        Fund from,
        Bilingual fromName,
        Fund to,
        Bilingual toName,
        Money yen,
        Ground ground,
        @Nullable UUID document,
        String sha256,
        Instant askedAt,
        @Nullable Instant movedAt) {

    static Transfer of(Readable row) {
        String sha256 = row.get("sha256", String.class);
        return new Transfer(
                Row.uuid(row, "id"),
                Row.whole(row, "number"),
                new Fund(Row.text(row, "from_fund")),
                new Bilingual(Row.text(row, "from_en"), Row.text(row, "from_ja")),
                new Fund(Row.text(row, "to_fund")),
                new Bilingual(Row.text(row, "to_en"), Row.text(row, "to_ja")),
                Row.money(row, "yen"),
                Ground.valueOf(Row.text(row, "ground")),
                row.get("document", UUID.class),
                sha256 == null ? "" : sha256,
                Row.instant(row, "asked_at"),
                row.get("moved_at", Instant.class));
    }
}
