package org.lfnkr.zabuton.receipts;

import org.lfnkr.zabuton.supporters.KeptRecord;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.PersonalRecord;
import org.lfnkr.zabuton.supporters.PersonalRecord.Word;
import org.lfnkr.zabuton.supporters.PersonalRecords;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Comparator;
import java.util.UUID;

/** What receipts tell of the people they are made out to. */
@Component
@Order(30)
class ReceiptRecords implements PersonalRecords {

    private final ReceiptStore store;
    private final Issuing issuing;

    ReceiptRecords(ReceiptStore store, Issuing issuing) {
        this.issuing = issuing;
        this.store = store;
    }

    @Override
    public String section() {
        return "receipts";
    }

    @Override
    public Flux<PersonalRecord> of(Member member) {
        return store.of(member).concatMap(this::record);
    }

    private Mono<PersonalRecord> record(Receipt receipt) {
        return issuing.addressee(receipt)
                .defaultIfEmpty(new Addressee("", false, ""))
                .map(addressee -> record(receipt, addressee));
    }

    private static PersonalRecord record(Receipt receipt, Addressee addressee) {
        VoidReason reason = receipt.voidFor();
        return PersonalRecord.with("number", receipt.number())
                .and("issuedAt", receipt.issuedAt())
                .and("year", receipt.year())
                .and("total", receipt.parts().total())
                .and("addressee", addressee.name())
                .and("address", addressee.address())
                .and("void", reason == null ? null : word(reason))
                .build();
    }

    private static Word word(VoidReason reason) {
        return new Word(reason.name(), "receipts.void." + reason);
    }

    @Override
    public Flux<UUID> matters(Member member) {
        return store.of(member).map(receipt -> receipt.id().value());
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
