package org.lfnkr.zabuton.reveals.breach;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;

import java.time.Instant;
import java.util.UUID;

/**
 * An account that opened something of people; it may be closed by now.
 *
 * @param last when it did so last
 */
record Opener(UUID account, Instant last) {

    static Opener of(Readable row) {
        return new Opener(Row.uuid(row, "account_id"), Row.instant(row, "last"));
    }
}
