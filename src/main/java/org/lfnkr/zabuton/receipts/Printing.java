package org.lfnkr.zabuton.receipts;

import org.lfnkr.zabuton.outbox.Job;
import org.lfnkr.zabuton.outbox.WorkItem;
import org.lfnkr.zabuton.outbox.WorkResult;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.UUID;

/** Prints receipts that were issued and that nobody has asked for yet. */
@Component
class Printing implements Job {

    static final String KIND = "receipts.print";

    private final ReceiptStore store;
    private final Issuing issuing;

    Printing(ReceiptStore store, Issuing issuing) {
        this.store = store;
        this.issuing = issuing;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<WorkResult> attempt(WorkItem item) {
        return store.find(new ReceiptId(UUID.fromString(item.key())))
                .flatMap(issuing::print)
                .thenReturn(WorkResult.DONE);
    }
}
