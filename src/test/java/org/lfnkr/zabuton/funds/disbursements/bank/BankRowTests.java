package org.lfnkr.zabuton.funds.disbursements.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.funds.disbursements.DisbursementId;
import org.lfnkr.zabuton.funds.disbursements.RowReference;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.Posting;

import java.util.UUID;

class BankRowTests {

    /** The bank's fee is no programme cost: Operations bears it. */
    @Test
    void booksTheBanksFeeOnOperations() {
        Money yen = Money.yen(4_000);

        assertThat(Paying.postings(yen, Money.yen(440)))
                .containsExactly(
                        new Posting(Account.PAYABLE, null, 4_000),
                        new Posting(Account.BANK_FEES, Fund.OPERATIONS, 440));
        assertThat(Paying.postings(yen, Money.ZERO))
                .containsExactly(new Posting(Account.PAYABLE, null, 4_000));
    }

    @Test
    void isKnownToARowOfTheBankByItsId() {
        DisbursementId id = new DisbursementId(UUID.randomUUID());

        assertThat(RowReference.of(new RowReference(id, 0).toString()))
                .contains(new RowReference(id, 0));
        assertThat(RowReference.of(new RowReference(id, 2).toString()))
                .contains(new RowReference(id, 2));
        assertThat(RowReference.of("po_1")).isEmpty();
    }
}
