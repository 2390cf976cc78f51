package org.lfnkr.zabuton.bookkeeping.balance;

import org.lfnkr.zabuton.outbox.OutboxHandler;
import org.lfnkr.zabuton.payments.balance.BalanceLineMoved;
import org.lfnkr.zabuton.payments.balance.LineKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/** Books each line of Stripe's balance that belongs to no payment of ours, once. */
@Component
class LineBooking implements OutboxHandler<BalanceLineMoved> {

    private static final Logger log = LoggerFactory.getLogger(LineBooking.class);

    private final LineBooks books;

    LineBooking(LineBooks books) {
        this.books = books;
    }

    @Override
    public String name() {
        return "bookkeeping.line";
    }

    @Override
    public Class<BalanceLineMoved> event() {
        return BalanceLineMoved.class;
    }

    @Override
    public Mono<Void> handle(BalanceLineMoved line) {
        if (line.kind() == LineKind.UNKNOWN) {
            log.error(
                    "{} in Stripe's balance is of an unknown kind, and stands on suspense",
                    line.line());
        }
        return books.book(line).then();
    }
}
