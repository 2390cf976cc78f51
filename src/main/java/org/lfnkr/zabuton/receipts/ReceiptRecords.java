package org.lfnkr.zabuton.receipts;

import org.lfnkr.zabuton.supporters.KeptRecord;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.PersonalRecord;
import org.lfnkr.zabuton.supporters.PersonalRecords;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;

import java.util.Comparator;

/** What receipts tell of the people they are made out to. */
@Component
@Order(30)
class ReceiptRecords implements PersonalRecords {

    private final ReceiptStore store;

    ReceiptRecords(ReceiptStore store) {
        this.store = store;
    }

    @Override
    public String section() {
        return "receipts";
    }

    @Override
    public Flux<PersonalRecord> of(Member member) {
        return store.of(member).map(ReceiptRecords::record);
    }

    private static PersonalRecord record(Receipt receipt) {
        return PersonalRecord.with("number", receipt.number())
                .and("issuedAt", receipt.issuedAt())
                .and("total", receipt.parts().total())
                .build();
    }

    /** The documents lie under keys of their own already, and go by themselves. */
    @Override
    public Flux<KeptRecord> kept(Member member) {
        return store.of(member)
                .map(Receipt::keptUntil)
                .sort(Comparator.reverseOrder())
                .take(1)
                .map(until -> new KeptRecord("documents", until, ""));
    }
}
