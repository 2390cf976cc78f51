package org.lfnkr.zabuton.awaited;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.vault.SubjectId;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * Somebody who wants to be told when a piece is there.
 *
 * @param subject under whose key the vault keeps their mail address, and nothing else
 */
record Wait(UUID id, VariantId variant, SubjectId subject, Language language, Instant askedAt) {

    /** Where the vault keeps the address. */
    static final String PLACE = "awaited.email";

    static Wait of(Readable row) {
        return new Wait(
                Row.uuid(row, "id"),
                new VariantId(Row.uuid(row, "variant")),
                new SubjectId(Row.uuid(row, "subject")),
                Language.valueOf(Row.text(row, "language").toUpperCase(Locale.ROOT)),
                Row.instant(row, "asked_at"));
    }
}
