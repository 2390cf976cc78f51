package org.lfnkr.zabuton.counter.bazaars;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.counter.Bazaar;
import org.lfnkr.zabuton.counter.BazaarStore;
import org.lfnkr.zabuton.counter.CounterBooks;
import org.lfnkr.zabuton.counter.TerminalPayout;
import org.lfnkr.zabuton.counter.till.SaleStore;
import org.lfnkr.zabuton.counter.till.Takes;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;

/** What came of a card terminal's sales, some days after them. */
@Service
class TerminalPayouts {

    private final BazaarStore bazaars;
    private final SaleStore sales;
    private final TerminalPayoutStore store;
    private final CounterBooks books;
    private final AuditTrail audit;
    private final Clock clock;

    TerminalPayouts(
            BazaarStore bazaars,
            SaleStore sales,
            TerminalPayoutStore store,
            CounterBooks books,
            AuditTrail audit,
            Clock clock) {
        this.bazaars = bazaars;
        this.sales = sales;
        this.store = store;
        this.books = books;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of saying that it came. But for the first nothing was written. */
    enum Answer {
        NOTED,
        /** It is not closed yet, paid out already, or nothing was paid by card. */
        NOT_NOW,
        /** Under this reference other money is in the books. */
        REFERENCE_TAKEN,
        /** The day has not come yet, or was before the bazaar. */
        NOT_THAT_DAY,
        /** More than cards have paid: it is not of this bazaar alone. */
        TOO_MUCH
    }

    Mono<TerminalPayout> find(Bazaar bazaar) {
        return store.find(bazaar.id());
    }

    @Transactional
    Mono<Answer> note(Bazaar bazaar, TerminalPayout payout, String actor) {
        return bazaars.lock(bazaar.id())
                .filter(Bazaar::isClosed)
                .filterWhen(it -> store.find(it.id()).hasElement().map(known -> !known))
                .flatMap(it -> sales.takes(it.id()))
                .filter(takes -> takes.terminal().isPositive())
                .flatMap(takes -> note(bazaar, payout, takes, actor))
                .defaultIfEmpty(Answer.NOT_NOW);
    }

    private Mono<Answer> note(Bazaar bazaar, TerminalPayout payout, Takes takes, String actor) {
        if (payout.arrivedOn().isAfter(BusinessDate.of(clock.instant()))
                || payout.arrivedOn().isBefore(bazaar.heldOn())) {
            return Mono.just(Answer.NOT_THAT_DAY);
        }
        if (payout.amount().compareTo(takes.terminal()) > 0) {
            return Mono.just(Answer.TOO_MUCH);
        }
        return store.isTaken(payout.reference())
                .flatMap(
                        taken ->
                                taken
                                        ? Mono.just(Answer.REFERENCE_TAKEN)
                                        : book(bazaar, payout, takes, actor));
    }

    private Mono<Answer> book(Bazaar bazaar, TerminalPayout payout, Takes takes, String actor) {
        return store.add(bazaar.id(), payout, actor, clock.instant())
                .then(books.payOut(payout, takes.dueFromTerminal()))
                .then(
                        audit.record(
                                actor,
                                "counter.paid-out",
                                bazaar.id().toString(),
                                payout.reference()))
                .thenReturn(Answer.NOTED);
    }
}
