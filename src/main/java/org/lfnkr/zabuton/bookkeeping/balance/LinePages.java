package org.lfnkr.zabuton.bookkeeping.balance;

import org.lfnkr.zabuton.giving.Gift;
import org.lfnkr.zabuton.giving.Gifts;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.Sale;
import org.lfnkr.zabuton.orders.Sales;
import org.lfnkr.zabuton.payments.balance.BalanceLine;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes pages of lines, each with the order or gift that it belongs to. */
@Component
class LinePages {

    private final Sales sales;
    private final Gifts gifts;

    LinePages(Sales sales, Gifts gifts) {
        this.sales = sales;
        this.gifts = gifts;
    }

    Mono<Slice<ShownLine>> slice(Flux<BalanceLine> lines) {
        return lines.concatMap(this::shown).collectList().map(Slice::of);
    }

    private Mono<ShownLine> shown(BalanceLine line) {
        String purpose = line.purpose();
        ShownLine bare = new ShownLine(line, null, null);
        return purpose == null
                ? Mono.just(bare)
                : sales.sale(purpose)
                        .map(Sale::reference)
                        .map(order -> new ShownLine(line, order, null))
                        .switchIfEmpty(
                                gifts.gift(purpose)
                                        .map(Gift::reference)
                                        .map(gift -> new ShownLine(line, null, gift)))
                        .defaultIfEmpty(bare);
    }
}
