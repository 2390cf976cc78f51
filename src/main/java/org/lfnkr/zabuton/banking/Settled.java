package org.lfnkr.zabuton.banking;

import org.lfnkr.zabuton.ledger.Posting;

import java.util.List;

/** What came of settling something with a row. */
public sealed interface Settled {

    /**
     * The row's money belongs to these accounts; it is booked from suspense to them.
     *
     * @param postings add up to what the row moved, with the opposite sign: a row of -10,440 may be
     *     PAYABLE 10,000 and BANK_FEES 440
     */
    record Booked(List<Posting> postings) implements Settled {

        public Booked {
            postings = List.copyOf(postings);
        }
    }

    /**
     * Another entry moves BANK for it, or has; what the row had booked is taken back.
     *
     * @param source of that entry, such as {@code bank:…}; of one row at a time
     */
    record Elsewhere(String source) implements Settled {}

    /**
     * It can't be; nothing is written.
     *
     * @param why key of a message that says why and what to do: {@code banking.refused.…}, or of
     *     the module's own {@code <module>.row.…}
     */
    record Refused(String why) implements Settled {}
}
