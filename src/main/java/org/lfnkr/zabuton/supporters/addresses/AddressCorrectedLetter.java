package org.lfnkr.zabuton.supporters.addresses;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.web.Site;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tells an address that it was on record by mistake, and how to take that back. Its reference is
 * the change's id.
 */
@Component
class AddressCorrectedLetter implements Letter {

    private final AddressChanges changes;
    private final Site site;

    AddressCorrectedLetter(AddressChanges changes, Site site) {
        this.changes = changes;
        this.site = site;
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
                .map(notice -> content(notice, request.language()));
    }

    private LetterContent content(AddressChanges.Notice notice, Language language) {
        return new LetterContent(
                notice.before(),
                "supporters.mail.address-corrected.subject",
                List.of(),
                "supporters/mail/address-corrected",
                Map.of("link", site.address(AddressLinkController.revocation(language, notice))),
                List.of());
    }
}
