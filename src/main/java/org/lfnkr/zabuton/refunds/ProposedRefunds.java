package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.WaitingRefunds;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;

import java.util.UUID;

/** Reads from what is to be signed which refunds wait; they are few. */
@Component
class ProposedRefunds implements WaitingRefunds {

    private final Approvals approvals;

    ProposedRefunds(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public Flux<Waiting> of(OrderId order) {
        return approvals
                .waiting(RefundApprovals.KIND)
                .filter(it -> it.content().value("order").equals(order.value().toString()))
                .map(ProposedRefunds::waiting);
    }

    @Override
    public Flux<OrderId> orders() {
        return approvals
                .waiting(RefundApprovals.KIND)
                .map(it -> new OrderId(UUID.fromString(it.content().value("order"))));
    }

    private static Waiting waiting(Approval approval) {
        return new Waiting(
                approval.id(), Money.yen(Long.parseLong(approval.content().value("yen"))));
    }
}
