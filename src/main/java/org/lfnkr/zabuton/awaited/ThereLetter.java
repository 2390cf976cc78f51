package org.lfnkr.zabuton.awaited;

import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.vault.Vault;
import org.lfnkr.zabuton.web.Site;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Says once that a piece is there again. Its reference is the wait. */
@Component
class ThereLetter implements Letter {

    private static final String KIND = "awaited-there";

    private final WaitStore store;
    private final Vault vault;
    private final Catalog catalog;
    private final Site site;
    private final Clock clock;

    ThereLetter(WaitStore store, Vault vault, Catalog catalog, Site site, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.catalog = catalog;
        this.site = site;
        this.clock = clock;
    }

    static MailRequest about(Wait wait) {
        return new MailRequest(KIND, wait.id().toString(), wait.language());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String titleKey() {
        return "awaited.mail.there.title";
    }

    @Override
    public Flux<String> quotes(MailRequest request) {
        return Flux.empty();
    }

    /** Empty where it has left the shelf for good, or nothing is kept of the person. */
    @Override
    public Mono<LetterContent> compose(MailRequest request) {
        return store.find(UUID.fromString(request.reference()))
                .flatMap(wait -> Mono.zip(address(wait), offer(wait)))
                .map(both -> content(both.getT1(), both.getT2(), request.language()));
    }

    private Mono<EmailAddress> address(Wait wait) {
        return vault.reveal(wait.subject(), Wait.PLACE).map(EmailAddress::new);
    }

    private Mono<Offer> offer(Wait wait) {
        return catalog.offers(List.of(wait.variant()), BusinessDate.of(clock.instant()))
                .flatMap(offers -> Mono.justOrEmpty(offers.get(wait.variant())));
    }

    private LetterContent content(EmailAddress to, Offer offer, Language language) {
        String page =
                "/%s/products/%s?colour=%s"
                        .formatted(
                                language.tag(), offer.product().slug(), offer.variant().colour());
        return new LetterContent(
                to,
                "awaited.mail.there.subject",
                List.of(),
                "awaited/mail/there",
                Map.of(
                        "name",
                        offer.product().name().in(language),
                        "colour",
                        offer.variant().colourName().in(language),
                        "link",
                        site.address(page)),
                List.of());
    }
}
