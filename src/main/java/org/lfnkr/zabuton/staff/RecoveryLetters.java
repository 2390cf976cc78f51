package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.web.Site;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The mail that tells an administrator that somebody came in by a recovery code. */
@Component
class RecoveryLetters implements Letter {

    private static final String KIND = "staff-recovered";

    private final ObjectProvider<Mail> mail;
    private final ObjectProvider<Accounts> accounts;
    private final Site site;

    RecoveryLetters(ObjectProvider<Mail> mail, ObjectProvider<Accounts> accounts, Site site) {
        this.mail = mail;
        this.accounts = accounts;
        this.site = site;
    }

    /** Queues a mail in the caller's transaction. */
    Mono<Void> queue(UUID account, UUID admin, Language language) {
        String reference = admin + "/" + account + "/" + UUID.randomUUID();
        return mail.getObject().queue(new MailRequest(KIND, reference, language));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String titleKey() {
        return "staff.mail.recovered.title";
    }

    @Override
    public Flux<String> quotes(MailRequest request) {
        return Flux.empty();
    }

    @Override
    public Mono<LetterContent> compose(MailRequest request) {
        String[] ids = request.reference().split("/", 3);
        String link = "/" + request.language().tag() + "/desk/staff/" + ids[1];
        return accounts.getObject()
                .mail(UUID.fromString(ids[0]))
                .map(
                        address ->
                                new LetterContent(
                                        new EmailAddress(address),
                                        "staff.mail.recovered.subject",
                                        List.of(),
                                        "staff/mail/recovered",
                                        Map.of("link", site.address(link)),
                                        List.of()));
    }
}
