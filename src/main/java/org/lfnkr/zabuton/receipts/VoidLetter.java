package org.lfnkr.zabuton.receipts;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.supporters.Recipient;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.web.Site;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Says that a receipt no longer holds, and which take its place. Its reference is the receipt. */
@Component
class VoidLetter implements Letter {

    private static final String KIND = "receipt-void";

    private final ReceiptStore store;
    private final Supporters supporters;
    private final Site site;

    VoidLetter(ReceiptStore store, Supporters supporters, Site site) {
        this.store = store;
        this.supporters = supporters;
        this.site = site;
    }

    static MailRequest about(Receipt receipt) {
        return new MailRequest(KIND, receipt.id().toString(), receipt.language());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String titleKey() {
        return "receipts.mail.void.title";
    }

    /** Only what this module itself wrote when it asked for the letter. */
    @Override
    public Flux<String> quotes(MailRequest request) {
        return Flux.empty();
    }

    @Override
    public Mono<LetterContent> compose(MailRequest request) {
        return store.find(new ReceiptId(UUID.fromString(request.reference())))
                .zipWhen(it -> supporters.recipient(new SupporterId(it.supporter())))
                .map(both -> content(both.getT1(), both.getT2(), request.language()));
    }

    private LetterContent content(Receipt receipt, Recipient recipient, Language language) {
        return new LetterContent(
                recipient.email(),
                "receipts.mail.void.subject",
                List.of(receipt.number()),
                "receipts/mail/receipt-void",
                Map.of(
                        "receipt",
                        receipt,
                        "name",
                        recipient.name(),
                        "link",
                        site.address("/" + language.tag() + "/me/receipts")),
                List.of());
    }
}
