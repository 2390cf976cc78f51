package org.lfnkr.zabuton.funds.disbursements;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.evidence.EvidenceKind;
import org.lfnkr.zabuton.kernel.Row;

import java.time.Instant;
import java.util.UUID;

/**
 * A sealed file that shows something of a disbursement.
 *
 * @param evidence its id
 * @param sha256 of its content, in hexadecimal digits
 */
record Proof(UUID evidence, EvidenceKind kind, String sha256, Instant keptAt) {

    static Proof of(Readable row) {
        return new Proof(
                Row.uuid(row, "evidence"),
                EvidenceKind.valueOf(Row.text(row, "kind")),
                Row.text(row, "sha256"),
                Row.instant(row, "kept_at"));
    }
}
