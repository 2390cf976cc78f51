package org.lfnkr.zabuton.receipts;

import org.lfnkr.zabuton.reveals.Masked;
import org.lfnkr.zabuton.reveals.Part;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Whom receipts are made out to, for whoever of the staff has a reason to open it. */
@Component
class MaskedReceipts implements Masked {

    private final ReceiptStore store;
    private final Issuing issuing;
    private final Supporters supporters;

    MaskedReceipts(ReceiptStore store, Issuing issuing, Supporters supporters) {
        this.store = store;
        this.issuing = issuing;
        this.supporters = supporters;
    }

    @Override
    public String kind() {
        return Receipt.KIND;
    }

    @Override
    public List<Part> parts() {
        return List.of(Part.RECEIPT);
    }

    /** The giver's own key, so that they read of it; of who is erased the paper's. */
    @Override
    public Mono<SubjectId> owner(UUID id) {
        return store.find(new ReceiptId(id))
                .flatMap(
                        receipt ->
                                supporters
                                        .member(new SupporterId(receipt.supporter()))
                                        .map(Member::subject)
                                        .defaultIfEmpty(receipt.subject()));
    }

    @Override
    public Mono<List<Opened>> open(UUID id, Part part) {
        return store.find(new ReceiptId(id)).flatMap(issuing::addressee).map(MaskedReceipts::lines);
    }

    private static List<Opened> lines(Addressee addressee) {
        return Stream.of(
                        new Opened("receipts.data.addressee", addressee.name()),
                        new Opened("receipts.data.address", addressee.address()))
                .filter(line -> !line.text().isEmpty())
                .toList();
    }
}
