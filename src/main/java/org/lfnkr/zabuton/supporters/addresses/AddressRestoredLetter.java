package org.lfnkr.zabuton.supporters.addresses;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.MailRequest;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tells an address that it is no longer the one by which somebody is reached, since the owner of
 * the one before took the change back. Its reference is the change's id.
 */
@Component
class AddressRestoredLetter implements Letter {

    private final AddressChanges changes;

    AddressRestoredLetter(AddressChanges changes) {
        this.changes = changes;
    }

    @Override
    public String kind() {
        return MailAddresses.RESTORED_LETTER;
    }

    @Override
    public String titleKey() {
        return "supporters.mail.address-restored.title";
    }

    @Override
    public Flux<String> quotes(MailRequest request) {
        return Flux.empty();
    }

    @Override
    public Mono<LetterContent> compose(MailRequest request) {
        return changes.revoked(UUID.fromString(request.reference()))
                .map(AddressRestoredLetter::content);
    }

    private static LetterContent content(EmailAddress after) {
        return new LetterContent(
                after,
                "supporters.mail.address-restored.subject",
                List.of(),
                "supporters/mail/address-restored",
                Map.of(),
                List.of());
    }
}
