package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.staff.spare.SpareLinkStore;
import org.lfnkr.zabuton.supporters.proofs.Secret;
import org.lfnkr.zabuton.web.Site;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The mail with the link of the spare way in. Only here is looked whether the address is anybody's;
 * a stranger gets none.
 */
@Component
class SpareLetters implements Letter {

    private static final String KIND = "staff-spare";

    private final ObjectProvider<Mail> mail;
    private final ObjectProvider<Accounts> accounts;
    private final ObjectProvider<SpareWay> way;
    private final SpareLinkStore links;
    private final Site site;
    private final Clock clock;

    SpareLetters(
            ObjectProvider<Mail> mail,
            ObjectProvider<Accounts> accounts,
            ObjectProvider<SpareWay> way,
            SpareLinkStore links,
            Site site,
            Clock clock) {
        this.mail = mail;
        this.accounts = accounts;
        this.way = way;
        this.links = links;
        this.site = site;
        this.clock = clock;
    }

    /** What a mail holds, and whose it is. */
    record Mailed(UUID account, Secret token) {}

    /** Asks for a link, which goes out when there is somebody to get it. */
    @Transactional
    public Mono<Void> ask(List<byte[]> mailIndexes, Language language) {
        UUID link = UUID.randomUUID();
        Instant now = clock.instant();
        return links.ask(link, mailIndexes, now, now.plus(SpareWay.VALID))
                .then(mail.getObject().queue(new MailRequest(KIND, link.toString(), language)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String titleKey() {
        return "staff.mail.spare.title";
    }

    @Override
    public Flux<String> quotes(MailRequest request) {
        return Flux.empty();
    }

    @Override
    public Mono<LetterContent> compose(MailRequest request) {
        return way.getObject()
                .link(UUID.fromString(request.reference()))
                .flatMap(mailed -> content(mailed, request.language()));
    }

    private Mono<LetterContent> content(Mailed mailed, Language language) {
        String link = "/" + language.tag() + "/desk/spare/links/" + mailed.token().text();
        return accounts.getObject()
                .mail(mailed.account())
                .map(
                        address ->
                                new LetterContent(
                                        new EmailAddress(address),
                                        "staff.mail.spare.subject",
                                        List.of(),
                                        "staff/mail/spare",
                                        Map.of("link", site.address(link)),
                                        List.of()));
    }
}
