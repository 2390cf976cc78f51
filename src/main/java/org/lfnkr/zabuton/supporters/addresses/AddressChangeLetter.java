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

/** Tells the address before of a change. Its reference is the change's id. */
@Component
class AddressChangeLetter implements Letter {

    private final AddressChanges changes;
    private final Site site;

    AddressChangeLetter(AddressChanges changes, Site site) {
        this.changes = changes;
        this.site = site;
    }

    @Override
    public String kind() {
        return MailAddresses.CHANGE_LETTER;
    }

    @Override
    public String titleKey() {
        return "supporters.mail.address-change.title";
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
                "supporters.mail.address-change.subject",
                List.of(),
                "supporters/mail/address-change",
                Map.of("link", site.address(AddressLinkController.revocation(language, notice))),
                List.of());
    }
}
