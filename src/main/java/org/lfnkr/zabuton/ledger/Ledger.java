package org.lfnkr.zabuton.ledger;

import org.lfnkr.zabuton.kernel.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.LocalDate;

/** The journal. What is booked stays; what is wrong is put right by another entry. */
@Service
public class Ledger {

    private final LedgerStore store;

    Ledger(LedgerStore store) {
        this.store = store;
    }

    /**
     * Joins the caller's transaction. The database checks all that it can: that the entry adds up
     * to zero, that its accounts and funds are known, and that no fund gives more than it has.
     *
     * @return false when an entry with this source was there before, and nothing was written
     */
    @Transactional
    public Mono<Boolean> book(JournalEntry entry) {
        return store.book(entry);
    }

    /** What an account stands at, in yen: debits above zero. */
    public Mono<Money> balance(Account account) {
        return store.balance(account).map(Money::yen);
    }

    /**
     * Sums what has been booked since it was called last, so that balances are read from sums and
     * not from years of postings. Balances are the same before and after; entries wait meanwhile.
     */
    @Transactional
    public Mono<Void> sumUp() {
        return store.sumUp();
    }

    /** What stands in each account. */
    public Flux<Balance> accounts() {
        return store.accounts();
    }

    /** What is in each fund: what it has taken less what it has spent. */
    public Flux<Balance> funds() {
        return store.funds();
    }

    /**
     * What has come to a fund from a day on, less what went back, in yen: by sums of days.
     *
     * @param since booked on it or later, in Tokyo
     */
    public Mono<Money> received(Fund fund, LocalDate since) {
        return store.received(fund, since).map(Money::yen);
    }
}
