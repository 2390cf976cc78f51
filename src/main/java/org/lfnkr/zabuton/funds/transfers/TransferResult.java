package org.lfnkr.zabuton.funds.transfers;

import org.lfnkr.zabuton.evidence.UploadRefusal;
import org.lfnkr.zabuton.kernel.Money;

import java.util.UUID;

/** What became of a wish to move money. */
sealed interface TransferResult {

    /** It waits for somebody else. */
    record Asked(UUID id) implements TransferResult {}

    /** It has moved already. */
    record Over() implements TransferResult {}

    /**
     * The fund has too little.
     *
     * @param free yen in it that may be moved
     */
    record TooLittle(Money free) implements TransferResult {}

    /** The document is missing, or none that is kept. */
    record NoDocument(UploadRefusal why) implements TransferResult {}
}
