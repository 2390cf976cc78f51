package org.lfnkr.zabuton.supporters.addresses;

import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.MailRequest;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells an address that it was on record by mistake. Its reference is the change's id. */
@Component
class AddressCorrectedLetter implements Letter {

    private final AddressChanges changes;

    AddressCorrectedLetter(AddressChanges changes) {
        this.changes = changes;
    }

    @Override
    public String kind() {
        return CorrectedAddresses.LETTER;
    }

    @Override
    public String titleKey() {
        return "supporters.mail.address-corrected.title";
    }

    @Override
    public Flux<String> quotes(MailRequest request) {
        return Flux.empty();
    }

    @Override
    public Mono<LetterContent> compose(MailRequest request) {
        return changes.notice(UUID.fromString(request.reference()))
                .map(
                        notice ->
                                new LetterContent(
                                        notice.before(),
                                        "supporters.mail.address-corrected.subject",
                                        List.of(),
                                        "supporters/mail/address-corrected",
                                        Map.of(),
                                        List.of()));
    }
}
