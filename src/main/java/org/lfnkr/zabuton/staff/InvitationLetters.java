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

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The mail with the link that makes a passkey. The link is made when the mail is sent, so that its
 * token is nowhere before; a second attempt makes another. The post is asked for late: the command
 * on the server makes accounts where there is none.
 */
@Component
class InvitationLetters implements Letter {

    private static final String KIND = "staff-invitation";
    private static final int ID_LENGTH = 36;

    private final ObjectProvider<Mail> mail;
    private final ObjectProvider<Accounts> accounts;
    private final Site site;

    InvitationLetters(ObjectProvider<Mail> mail, ObjectProvider<Accounts> accounts, Site site) {
        this.mail = mail;
        this.accounts = accounts;
        this.site = site;
    }

    /** Queues a mail in the caller's transaction. */
    Mono<Void> queue(UUID account, Language language) {
        return mail.getObject()
                .queue(new MailRequest(KIND, account + "/" + UUID.randomUUID(), language));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String titleKey() {
        return "staff.mail.invitation.title";
    }

    @Override
    public Flux<String> quotes(MailRequest request) {
        return Flux.empty();
    }

    @Override
    public Mono<LetterContent> compose(MailRequest request) {
        UUID account = UUID.fromString(request.reference().substring(0, ID_LENGTH));
        Accounts known = accounts.getObject();
        return known.mail(account)
                .flatMap(
                        address ->
                                known.invite(account, "mail")
                                        .map(token -> link(token.text(), request.language()))
                                        .map(link -> content(address, link)));
    }

    private URI link(String token, Language language) {
        return site.address("/" + language.tag() + "/desk/invitations/" + token);
    }

    private static LetterContent content(String address, URI link) {
        return new LetterContent(
                new EmailAddress(address),
                "staff.mail.invitation.subject",
                List.of(),
                "staff/mail/invitation",
                Map.of("link", link),
                List.of());
    }
}
