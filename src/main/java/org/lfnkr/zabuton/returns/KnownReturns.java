package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Owned;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.lfnkr.zabuton.orders.ReturnState;
import org.lfnkr.zabuton.orders.ReturnView;
import org.lfnkr.zabuton.orders.Returns;
import org.lfnkr.zabuton.refunds.CameBack;
import org.lfnkr.zabuton.refunds.ReturnedPieces;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells orders and refunds of what came back. */
@Component
class KnownReturns implements Returns, ReturnedPieces {

    private final ReturnStore store;
    private final Clock clock;

    KnownReturns(ReturnStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Mono<Map<OrderId, List<ReturnView>>> of(Collection<OrderId> orders) {
        return store.of(orders)
                .map(it -> new Owned<>(it.order(), it.view()))
                .collect(Owned.byOwner());
    }

    @Override
    public Mono<CameBack> waiting(OrderId order) {
        return checked(order).collectList().map(KnownReturns::waiting);
    }

    private static CameBack waiting(List<ReturnRequest> checked) {
        Map<VariantId, Integer> pieces =
                checked.stream()
                        .flatMap(it -> it.lines().stream())
                        .collect(
                                Collectors.toMap(
                                        ReturnLine::variant, ReturnLine::waiting, Integer::sum));
        return checked.isEmpty()
                ? CameBack.NOTHING
                : new CameBack(pieces, checked.getFirst().cause().code());
    }

    private Flux<ReturnRequest> checked(OrderId order) {
        return store.of(order).filter(it -> it.state() == ReturnState.CHECKED);
    }

    /** Of what came first first. */
    @Override
    public Mono<Void> refunded(OrderId order, List<ParcelLine> pieces) {
        return Flux.fromIterable(pieces)
                .concatMap(it -> refunded(order, it))
                .thenMany(Flux.defer(() -> checked(order)))
                .filter(it -> it.lines().stream().allMatch(line -> line.waiting() == 0))
                .concatMap(it -> store.move(it, ReturnState.REFUNDED, null, clock.instant()))
                .then();
    }

    private Mono<Void> refunded(OrderId order, ParcelLine pieces) {
        return checked(order).collectList().flatMap(all -> spread(all, pieces));
    }

    private Mono<Void> spread(List<ReturnRequest> checked, ParcelLine pieces) {
        return Flux.fromIterable(RefundedShare.of(checked, pieces))
                .concatMap(it -> store.refund(it.request(), pieces.variant(), it.pieces()))
                .then();
    }
}
