package org.lfnkr.zabuton.bookkeeping.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.JournalEntry;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.ledger.Posting;
import org.lfnkr.zabuton.ledger.Source;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@ModuleTest
class IntegrityModuleTests {

    @Autowired Integrity integrity;
    @Autowired Ledger ledger;
    @Autowired TransactionalOperator transaction;

    @Test
    void missesTheLineOfStripesBalanceBehindAnEntry() {
        assertThat(violationsAfter(Account.STRIPE_BALANCE, Fund.OPERATIONS))
                .singleElement()
                .asString()
                .startsWith("the journal has ");
    }

    @Test
    void missesWhatIsHeldBehindSuspense() {
        assertThat(violationsAfter(Account.SUSPENSE, Fund.OPERATIONS))
                .singleElement()
                .asString()
                .contains("yen on suspense");
    }

    @Test
    void missesTheLotsBehindAFund() {
        assertThat(violationsAfter(Account.CONSUMPTION_TAX, new Fund("MEDICAL")))
                .containsExactly("fund MEDICAL and its lots differ");
    }

    /** What it says of a gift that only the journal knows; nothing of it is kept. */
    private List<String> violationsAfter(Account account, Fund fund) {
        JournalEntry stray =
                new JournalEntry(
                        Source.decision("test-" + UUID.randomUUID()),
                        LocalDate.of(2026, 11, 22),
                        "TEST",
                        List.of(
                                new Posting(account, null, 500),
                                new Posting(Account.DONATIONS, fund, -500)));
        return Await.value(
                transaction
                        .execute(
                                undone -> {
                                    undone.setRollbackOnly();
                                    return ledger.book(stray).then(integrity.violations());
                                })
                        .single());
    }
}
